package io.fieldstick.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.fieldstick.userdata.Watch;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One JSON object a line, each with its {@code event} and when it was; pure ASCII, so no encoding can hurt it. */
final class JsonTelling implements Telling {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Terminal terminal;
    private final Clock clock;
    private Instant nextWalk = Instant.MIN;

    JsonTelling(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /** The fields of one event. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    @Override
    public void step(String what) {
        line("step", json -> json.writeStringField("text", what));
    }

    @Override
    public void walk(Watch.Progress progress) {
        Instant now = clock.instant();
        if (now.isBefore(nextWalk)) {
            return;
        }
        nextWalk = now.plus(PAUSE);
        line("walk", json -> {
            json.writeNumberField("folders", progress.folders());
            json.writeNumberField("files", progress.files());
            json.writeNumberField("bytes", progress.bytes());
            json.writeNumberField("bytesInUse", progress.bytesInUse());
            json.writeStringField("where", progress.where());
        });
    }

    @Override
    public void walked() {
        line("walked", json -> {});
    }

    @Override
    public void error(String what, List<String> help) {
        line("error", json -> {
            json.writeStringField("text", what);
            json.writeArrayFieldStart("help");
            for (String sentence : help) {
                json.writeString(sentence);
            }
            json.writeEndArray();
        });
    }

    @Override
    public void trouble(String lines) {
        error(lines.strip(), List.of());
    }

    private void line(String event, Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("event", event);
            json.writeStringField("at", clock.instant().toString());
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.err(text + "\n");
    }
}
