package io.fieldstick.setting;

import io.fieldstick.windows.FileContent;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A list of default programs as Windows takes it (MS docs: "Export or Import Default Application Associations"). */
record DefaultAppList(List<Association> associations) {
    private static final String ASSOCIATION = "Association";
    private static final String IDENTIFIER = "Identifier";
    private static final String PROG_ID = "ProgId";

    /** Files with {@code extension} are of the class {@code progId}, which {@code application} opens. */
    record Association(String extension, String progId, String application) {}

    DefaultAppList {
        associations = List.copyOf(associations);
    }

    /** The class that the list in {@code content} gives to files with {@code extension}; empty where it gives none. */
    static Optional<String> progIdIn(FileContent content, String extension) {
        try {
            XMLStreamReader xml = XmlFile.reader(content);
            while (xml.hasNext()) {
                boolean association = xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals(ASSOCIATION);
                if (association && extension.equalsIgnoreCase(xml.getAttributeValue(null, IDENTIFIER))) {
                    return Optional.ofNullable(xml.getAttributeValue(null, PROG_ID));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    FileContent xml() {
        return XmlFile.of("DefaultAssociations", xml -> {
            for (Association association : associations) {
                xml.writeEmptyElement(ASSOCIATION);
                xml.writeAttribute(IDENTIFIER, association.extension());
                xml.writeAttribute(PROG_ID, association.progId());
                xml.writeAttribute("ApplicationName", association.application());
            }
        });
    }
}
