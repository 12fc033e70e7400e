package io.fieldstick.setting;

import io.fieldstick.windows.FileContent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Edge's list of sites for Internet Explorer mode (MS docs: "Enterprise Mode schema v.2 guidance").
 *
 * @param version counts up with each change, or else Edge keeps the copy it has
 */
public record SiteList(long version, List<Site> sites) {
    private static final String VERSION = "version";

    /** A site: host, port and path without a scheme; its compatibility mode; and what it opens in. */
    public record Site(String url, String compatMode, String openIn) {}

    public SiteList {
        sites = List.copyOf(sites);
    }

    FileContent xml() {
        return XmlFile.of("site-list", xml -> {
            xml.writeAttribute(VERSION, Long.toString(version));
            for (Site site : sites) {
                xml.writeStartElement("site");
                xml.writeAttribute("url", site.url());
                element(xml, "compat-mode", site.compatMode());
                element(xml, "open-in", site.openIn());
                xml.writeEndElement();
            }
        });
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** The version of the list in {@code content}; 0 where that is none: anybody may have written anything there. */
    static long versionIn(FileContent content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(
                    new ByteArrayInputStream(content.bytes()), StandardCharsets.UTF_8.name());
            xml.nextTag();
            String version = String.valueOf(xml.getAttributeValue(null, VERSION));
            return version.matches("[0-9]{1,9}") ? Long.parseLong(version) : 0;
        } catch (XMLStreamException e) {
            return 0;
        }
    }
}
