package io.fieldstick.setting;

import io.fieldstick.windows.FileContent;
import java.util.List;

/** A list of default programs as Windows takes it (MS docs: "Export or Import Default Application Associations"). */
record DefaultAppList(List<Association> associations) {

    /** Files with {@code extension} are of the class {@code progId}, which {@code application} opens. */
    record Association(String extension, String progId, String application) {}

    DefaultAppList {
        associations = List.copyOf(associations);
    }

    FileContent xml() {
        return XmlFile.of("DefaultAssociations", xml -> {
            for (Association association : associations) {
                xml.writeEmptyElement("Association");
                xml.writeAttribute("Identifier", association.extension());
                xml.writeAttribute("ProgId", association.progId());
                xml.writeAttribute("ApplicationName", association.application());
            }
        });
    }
}
