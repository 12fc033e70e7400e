package io.fieldstick.setting;

import io.fieldstick.windows.FileContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** XML as Windows and its programs read it from a file: UTF-8, with its declaration. */
final class XmlFile {
    private XmlFile() {}

    /** What is in the file. */
    interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    static FileContent of(String root, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            content.write(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory does not fail", e);
        }
        return FileContent.of(bytes.toByteArray());
    }

    /** {@code content}, to be read element by element; anybody may have written it, so nothing outside of it is read. */
    static XMLStreamReader reader(FileContent content) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(content.bytes()), StandardCharsets.UTF_8.name());
    }
}
