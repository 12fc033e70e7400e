package io.fieldstick.provision;

import com.fasterxml.jackson.core.JsonGenerator;
import io.fieldstick.setting.InstallProgram;
import io.fieldstick.setting.UninstallProgram;
import io.fieldstick.setting.software.Installer;
import io.fieldstick.setting.software.ProgramWays;
import io.fieldstick.setting.software.Way;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The changes that install and uninstall programs, as JSON. */
final class ProgramJson {
    private ProgramJson() {}

    static void write(JsonGenerator json, InstallProgram install) throws IOException {
        Installer installer = install.installer();
        json.writeStringField("name", install.name());
        json.writeStringField("folder", install.folder());
        json.writeStringField("kind", installer.kind().word());
        json.writeArrayFieldStart("files");
        for (Installer.Part part : installer.parts()) {
            json.writeStartObject();
            json.writeStringField("file", part.file());
            json.writeStringField("sha256", part.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("arguments", installer.arguments());
        optional(json, "signer", installer.signer());
        json.writeNumberField("limit-seconds", (int) installer.limit().toSeconds());
        write(json, install.ways());
        optional(json, "uninstall", install.uninstall());
    }

    static InstallProgram install(JsonTree json) {
        List<Installer.Part> parts = json.objects("files").stream()
                .map(part -> new Installer.Part(part.text("file"), part.text("sha256")))
                .toList();
        Installer installer = new Installer(
                Installer.Kind.of(json.text("kind")),
                parts,
                json.text("arguments"),
                optional(json, "signer"),
                Duration.ofSeconds(json.number("limit-seconds")));
        return new InstallProgram(
                json.text("name"), json.text("folder"), installer, ways(json), optional(json, "uninstall"));
    }

    static void write(JsonGenerator json, UninstallProgram uninstall) throws IOException {
        json.writeStringField("name", uninstall.name());
        json.writeStringField("kind", uninstall.kind().word());
        write(json, uninstall.ways());
        optional(json, "silent", uninstall.silent());
    }

    static UninstallProgram uninstall(JsonTree json) {
        return new UninstallProgram(
                json.text("name"), Installer.Kind.of(json.text("kind")), ways(json), optional(json, "silent"));
    }

    private static void write(JsonGenerator json, ProgramWays ways) throws IOException {
        json.writeArrayFieldStart("any-of");
        for (Way way : ways.anyOf()) {
            json.writeStartObject();
            for (Map.Entry<String, String> field : way.fields().entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Each is made once, so that one which cannot be understood is found when it is read and not when it is needed. */
    private static ProgramWays ways(JsonTree json) {
        List<Way> ways = new ArrayList<>();
        for (JsonTree item : json.objects("any-of")) {
            Map<String, String> fields = new LinkedHashMap<>();
            item.fields().keySet().forEach(name -> fields.put(name, item.text(name)));
            Way way = new Way(fields);
            if (way.match().isEmpty() && way.trace().isEmpty()) {
                throw new IllegalArgumentException("no way to recognise a program: " + fields.keySet());
            }
            ways.add(way);
        }
        return new ProgramWays(ways);
    }

    private static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    private static Optional<String> optional(JsonTree json, String name) {
        return json.has(name) ? Optional.of(json.text(name)) : Optional.empty();
    }
}
