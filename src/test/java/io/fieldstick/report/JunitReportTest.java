package io.fieldstick.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class JunitReportTest {
    private static final Path XSD = Path.of("src/test/resources/io/fieldstick/report/junit.xsd");

    static Stream<Result> results() {
        return Stream.of(Results.settings(), Results.undone(), Results.audit());
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyResultIsWhatCiServersTakeForJunit(Result result) throws SAXException, IOException {
        for (Language language : Language.values()) {
            String xml = new JunitReport(Results.rendering(language)).of(result);
            schema().newValidator().validate(new StreamSource(new StringReader(xml)));
        }
    }

    private static Schema schema() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(XSD.toFile());
    }

    @Test
    void whatDiffersFailsAndWhatCouldNotBeReadIsAnError() throws Exception {
        Document xml = parsed(new JunitReport(Results.rendering(Language.ENGLISH)).of(Results.settings()), "UTF-8");

        assertThat(mark(xml, "auto-play")).isEqualTo("system-out");
        assertThat(mark(xml, "proxy")).isEqualTo("system-out");
        assertThat(mark(xml, "host-name")).isEqualTo("skipped");
        assertThat(mark(xml, "trusted-sites/https://oa.house.test")).isEqualTo("failure");
        assertThat(mark(xml, "software/winrar")).isEqualTo("failure");
        assertThat(mark(xml, "software/office")).isEqualTo("skipped");
        assertThat(mark(xml, "software/qq")).isEqualTo("error");
        assertThat(mark(xml, "proxy/S-1-5-21-1-2-3-1002")).isEqualTo("error");
        assertThat(mark(xml, "registry/banner")).isEqualTo("system-out");
        assertThat(mark(xml, "registry/wallpaper")).isEqualTo("skipped");
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("10");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("errors")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("3");
        assertThat(suite.getAttribute("time")).isEqualTo("61.234");
    }

    @Test
    void charactersThatXmlForbidsAreVisible() throws Exception {
        Document xml = parsed(new JunitReport(Results.rendering(Language.ENGLISH)).of(Results.settings()), "UTF-8");

        assertThat(xml.getDocumentElement().getTextContent())
                .contains("<script>alert(\"1\")</script><U+202E>gpj.exe<U+0007><U+D800>&amp;'");
    }

    @Test
    void theEncodingItNamesIsTheOneItIsSentIn() throws Exception {
        Charset gbk = Charset.forName("GBK");
        Rendering rendering = new Rendering(Messages.in(Language.CHINESE), 80, false, gbk, ZoneOffset.UTC);

        Document xml = parsed(new JunitReport(rendering).of(Results.audit()), "GBK");

        assertThat(xml.getXmlEncoding()).isEqualTo("GBK");
        assertThat(xml.getDocumentElement().getTextContent()).contains("它的文件头写明共 9 字节");
    }

    private static String mark(Document xml, String name) {
        var cases = xml.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element one = (Element) cases.item(i);
            if (one.getAttribute("name").equals(name)) {
                return one.getFirstChild().getNodeName();
            }
        }
        throw new AssertionError("no test " + name);
    }

    private static Document parsed(String xml, String charset)
            throws ParserConfigurationException, SAXException, IOException {
        byte[] bytes = xml.getBytes(Charset.forName(charset));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
}
