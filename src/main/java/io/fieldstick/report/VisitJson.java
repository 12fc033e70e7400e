package io.fieldstick.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.fieldstick.audit.Confirmation;
import io.fieldstick.audit.backup.BackupFit;
import io.fieldstick.audit.backup.BackupTarget;
import io.fieldstick.userdata.BigFile;
import io.fieldstick.userdata.OpenWork;
import io.fieldstick.windows.RegisteredService;
import java.io.IOException;
import java.util.List;

/** What an audit tells beside the list itself, as the fields {@code openWork}, {@code backupTo} and {@code confirmation}. */
final class VisitJson {
    private final JsonGenerator json;

    VisitJson(JsonGenerator json) {
        this.json = json;
    }

    void openWork(List<OpenWork> work) throws IOException {
        json.writeArrayFieldStart("openWork");
        for (OpenWork one : work) {
            json.writeStartObject();
            json.writeStringField("state", Word.of(one.state()));
            json.writeStringField("program", one.program());
            json.writeStringField("what", one.what());
            strings("titles", one.titles());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void backup(BackupFit fit) throws IOException {
        BackupTarget target = fit.target();
        json.writeObjectFieldStart("backupTo");
        json.writeStringField("path", target.path());
        json.writeStringField("fileSystem", target.fileSystem().name());
        json.writeStringField("label", target.fileSystem().label());
        json.writeBooleanField("readOnly", target.fileSystem().readOnly());
        json.writeStringField("medium", Word.of(target.medium()));
        json.writeStringField("standing", Word.of(target.standing()));
        json.writeNumberField("totalBytes", target.space().total());
        json.writeNumberField("freeBytes", target.space().free());
        json.writeNumberField("clusterBytes", target.space().cluster());
        json.writeNumberField("files", fit.files());
        json.writeNumberField("bytes", fit.bytes());
        json.writeNumberField("bytesAtMost", fit.most());
        json.writeNumberField("unexplainedBytes", fit.unexplained());
        json.writeNumberField("marginBytes", fit.margin());
        json.writeStringField("verdict", Word.of(fit.verdict()));
        bigFiles("filesTooBig", fit.tooBig());
        json.writeNumberField("shortestSeconds", fit.shortest().toSeconds());
        json.writeNumberField("longestSeconds", fit.longest().toSeconds());
        json.writeEndObject();
    }

    void bigFiles(String name, List<BigFile> files) throws IOException {
        json.writeArrayFieldStart(name);
        for (BigFile file : files) {
            json.writeStartObject();
            json.writeStringField("path", file.path());
            json.writeNumberField("bytes", file.bytes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void confirmation(Confirmation confirmation) throws IOException {
        json.writeObjectFieldStart("confirmation");
        json.writeBooleanField("confirmed", confirmation.by().isPresent());
        if (confirmation.by().isPresent()) {
            json.writeStringField("by", confirmation.by().get());
        }
        json.writeStringField("at", confirmation.at().toString());
        strings("left", confirmation.left());
        strings("remarks", confirmation.remarks());
        json.writeEndObject();
    }

    void services(List<RegisteredService> services) throws IOException {
        json.writeArrayFieldStart("services");
        for (RegisteredService service : services) {
            json.writeStartObject();
            json.writeStringField("name", service.name());
            json.writeStringField("title", service.title());
            json.writeStringField("program", service.program());
            json.writeStringField("start", Word.of(service.start()));
            json.writeBooleanField("ofWindows", service.ofWindows());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void strings(String name, List<String> strings) throws IOException {
        json.writeArrayFieldStart(name);
        for (String string : strings) {
            json.writeString(string);
        }
        json.writeEndArray();
    }
}
