package io.fieldstick.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.fieldstick.audit.Finding;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.provision.Outcome;
import io.fieldstick.provision.UndoRun;
import io.fieldstick.setting.Change;
import io.fieldstick.setting.Waiver;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A result as one JSON document of the schema {@code fieldstick.result/1}; sentences are in the language of the run. */
public final class JsonReport implements Format {
    public static final String SCHEMA = "fieldstick.result/1";

    private static final JsonFactory JSON = new JsonFactory();

    private final Messages messages;

    public JsonReport(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String of(Result result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            write(json, result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withoutLoneSurrogates(text.toString()) + "\n";
    }

    /** File names may hold halves of characters, which no encoding takes: in JSON they are written as {@code \\ud800}. */
    private static String withoutLoneSurrogates(String json) {
        StringBuilder text = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.SURROGATE) {
                text.append(String.format("\\u%04x", point));
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }

    private void write(JsonGenerator json, Result result) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        json.writeStringField("version", result.version());
        json.writeStringField("command", result.command());
        json.writeStringField("run", result.run());
        json.writeStringField("computer", result.computer());
        json.writeStringField("account", result.account());
        if (result.profile().isPresent()) {
            json.writeStringField("profile", result.profile().get());
        }
        json.writeStringField("started", result.started().toString());
        json.writeStringField("finished", result.finished().toString());
        json.writeNumberField("exit", result.exit());
        json.writeBooleanField("restartRequired", result.restartRequired());
        sentences(json, "notes", result.notes());
        json.writeArrayFieldStart("outcomes");
        for (Outcome outcome : result.outcomes()) {
            outcome(json, outcome);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("undone");
        for (UndoRun.Step step : result.undone()) {
            step(json, step);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding finding : result.findings()) {
            finding(json, finding);
        }
        json.writeEndArray();
        if (result.programs().isPresent()) {
            programs(json, "programs", result.programs().get());
        }
        if (!result.others().isEmpty()) {
            programs(json, "others", result.others());
        }
        if (result.services().isPresent()) {
            new VisitJson(json).services(result.services().get());
        }
        if (result.userData().isPresent()) {
            json.writeFieldName("userData");
            new UserDataJson(json, messages).write(result.userData().get());
        }
        VisitJson visit = new VisitJson(json);
        if (result.userData().isPresent()) {
            visit.openWork(result.openWork());
        }
        if (result.backupTo().isPresent()) {
            visit.backup(result.backupTo().get());
        }
        if (result.confirmation().isPresent()) {
            visit.confirmation(result.confirmation().get());
        }
        json.writeEndObject();
    }

    private static void programs(JsonGenerator json, String name, List<InstalledProgram> programs) throws IOException {
        json.writeArrayFieldStart(name);
        for (InstalledProgram program : programs) {
            json.writeStartObject();
            json.writeStringField("name", program.name());
            json.writeStringField("version", program.version());
            json.writeStringField("publisher", program.publisher());
            if (program.installed() instanceof Reading.Present<LocalDate> day) {
                json.writeStringField("installed", day.value().toString());
            }
            if (program.written() instanceof Reading.Present<Instant> written) {
                json.writeStringField("since", written.value().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void outcome(JsonGenerator json, Outcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("setting", outcome.setting());
        json.writeStringField("title", messages.text(outcome.title()));
        json.writeStringField("status", Word.of(outcome.status()));
        json.writeStringField("severity", outcome.severity().word());
        if (outcome.waiver().isPresent()) {
            waiver(json, outcome.waiver().get());
        }
        json.writeStringField("desired", messages.text(outcome.desired()));
        json.writeStringField("before", messages.text(outcome.before()));
        json.writeStringField("actual", messages.text(outcome.actual()));
        json.writeStringField("inForce", Word.of(outcome.inForce()));
        if (outcome.since().isPresent()) {
            json.writeStringField("since", outcome.since().get().toString());
        }
        evidence(json, outcome.evidence());
        sentences(json, "changes", outcome.changes().stream().map(Change::title).toList());
        sentences(json, "notes", outcome.notes());
        refusals(json, outcome.refusals());
        json.writeEndObject();
    }

    /** Whether it holds is told by the status: it is waived where the waiver covers it. */
    private static void waiver(JsonGenerator json, Waiver waiver) throws IOException {
        json.writeObjectFieldStart("waiver");
        json.writeStringField("reason", waiver.reason());
        json.writeStringField("by", waiver.by());
        json.writeStringField("until", waiver.until().toString());
        json.writeEndObject();
    }

    private void step(JsonGenerator json, UndoRun.Step step) throws IOException {
        json.writeStartObject();
        json.writeNumberField("n", step.number());
        json.writeStringField("setting", step.setting());
        json.writeStringField("change", messages.text(step.change().title()));
        json.writeStringField("status", Word.of(step.status()));
        sentences(json, "notes", step.notes());
        refusals(json, step.refusals());
        json.writeEndObject();
    }

    private void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", finding.kind());
        json.writeStringField("severity", Word.of(finding.severity()));
        json.writeStringField("subject", finding.subject());
        json.writeStringField("what", messages.text(finding.what()));
        evidence(json, finding.evidence());
        sentences(json, "advice", finding.advice());
        json.writeEndObject();
    }

    private static void evidence(JsonGenerator json, List<Evidence> evidence) throws IOException {
        json.writeArrayFieldStart("evidence");
        for (Evidence one : evidence) {
            json.writeStartObject();
            json.writeStringField("where", one.where());
            json.writeStringField("value", one.value());
            if (one.kind() != Evidence.Kind.STORED) {
                json.writeStringField("kind", Word.of(one.kind()));
            }
            if (one.since().isPresent()) {
                json.writeStringField("since", one.since().get().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void refusals(JsonGenerator json, List<WindowsError> refusals) throws IOException {
        json.writeArrayFieldStart("refusals");
        for (WindowsError refusal : refusals) {
            json.writeStartObject();
            json.writeStringField("tried", messages.text(refusal.tried()));
            json.writeNumberField("code", refusal.code());
            json.writeStringField("text", refusal.text());
            json.writeStringField("codeOf", Word.of(refusal.teller()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void sentences(JsonGenerator json, String name, List<Message> sentences) throws IOException {
        json.writeArrayFieldStart(name);
        for (Message sentence : sentences) {
            json.writeString(messages.text(sentence));
        }
        json.writeEndArray();
    }
}
