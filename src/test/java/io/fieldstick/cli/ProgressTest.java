package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fieldstick.windows.InMemoryWindows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --progress json}: every line of standard error is an object, whatever happens; standard output stays one. */
class ProgressTest {
    @TempDir
    Path folder;

    private Visit visit = new Visit(Path.of("."), new InMemoryWindows());

    @BeforeEach
    void anEngineerArrives() {
        visit = new Visit(folder, new InMemoryWindows().user("S-1-5-21-1-2-3-1001", "C:\\Users\\张三", true));
        visit.profile("bcia.yaml", CommandLineTest.PROFILE);
    }

    @Test
    void anAuditTellsItsStepsAndItsWalk() throws IOException {
        visit.run("backup-audit", "--progress", "json", "--format", "json", "--lang", "zh");

        assertThat(events()).extracting(event -> event.get("event")).contains("step", "walk", "walked");
        assertThat(events())
                .filteredOn(event -> "walk".equals(event.get("event")))
                .allSatisfy(event ->
                        assertThat(event).containsKeys("at", "folders", "files", "bytes", "bytesInUse", "where"));
        assertThat(events()).anySatisfy(event -> assertThat(event.get("text")).isEqualTo("正在查找必须备份的数据 ……"));
        assertThat(visit.errors()).matches("\\p{ASCII}*");
        assertThat(object(visit.output())).containsEntry("schema", "fieldstick.result/1");
    }

    @Test
    void aMistakeOnTheCommandLineAndInTheProfileIsAnErrorEvent() throws IOException {
        assertThat(visit.run("verify", "--progress", "json", "--only", "proxi")).isEqualTo(2);
        assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("event", "error")
                        .containsEntry("text", "the profile has no section `proxi`"));

        assertThat(visit.run("verify", "--progress=json", "--fromat", "text")).isEqualTo(2);
        assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat(event).containsEntry("event", "error"));

        visit.profile("bcia.yaml", "name: x\nauto-play: sometimes\n");
        assertThat(visit.run("verify", "--progress", "json")).isEqualTo(2);
        assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat((String) event.get("text")).contains("auto-play", "bcia.yaml:2:"));
    }

    @Test
    void quietLeavesOnlyTheErrorsAndNothingIsAsked() throws IOException {
        visit.terminal = new ScriptedTerminal().typing("y", "y", "y", "y");
        visit.run("backup-audit", "--progress", "json", "--quiet");
        assertThat(visit.errors()).isEmpty();

        visit.terminal = new ScriptedTerminal().typing("IT", "zhangsm", "y");
        visit.run("provision", "--progress", "json");
        assertThat(events()).isNotEmpty();
    }

    @Test
    void anotherWayOfTellingIsRefused() {
        assertThat(visit.run("verify", "--progress", "xml")).isEqualTo(2);
        assertThat(visit.errors()).contains("no way of telling progress called `xml`", "text or json");
    }

    private List<Map<String, Object>> events() throws IOException {
        List<Map<String, Object>> events = new ArrayList<>();
        for (String line : visit.errors().lines().toList()) {
            events.add(object(line));
        }
        return events;
    }

    /** The fields of the object {@code json}, which is all that there is; what is below is left out. */
    private static Map<String, Object> object(String json) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            assertThat(parser.nextToken()).as(json).isEqualTo(JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                fields.put(name, value.isScalarValue() ? parser.getText() : "");
                parser.skipChildren();
            }
            assertThat(parser.nextToken()).as("after %s", json).isNull();
        }
        return fields;
    }
}
