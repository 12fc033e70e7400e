package io.fieldstick.setting;

import io.fieldstick.windows.FileContent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A list of default programs as Windows takes it (MS docs: "Export or Import Default Application Associations"). */
record DefaultAppList(List<Association> associations) {

    /** Files with {@code extension} are of the class {@code progId}, which {@code application} opens. */
    record Association(String extension, String progId, String application) {}

    DefaultAppList {
        associations = List.copyOf(associations);
    }

    FileContent xml() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("DefaultAssociations");
            for (Association association : associations) {
                xml.writeEmptyElement("Association");
                xml.writeAttribute("Identifier", association.extension());
                xml.writeAttribute("ProgId", association.progId());
                xml.writeAttribute("ApplicationName", association.application());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory does not fail", e);
        }
        return FileContent.of(bytes.toByteArray());
    }
}
