package io.fieldstick.provision;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import io.fieldstick.provision.Outcome.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an earlier run found, as its {@code result.json} tells it.
 *
 * @param started when it began, as it is written there
 * @param settings the status of each setting and what was seen of it, by the setting's name
 * @param programs the programs that were installed; empty where the run did not list them
 */
public record EarlierResult(
        String run, String computer, String started, Map<String, Found> settings, Optional<List<Program>> programs) {

    /** The version of the document that this class understands. */
    private static final String SCHEMA = "fieldstick.result/1";

    /** The result of a verify with hundreds of programs has some hundred thousand. */
    private static final int MOST_BYTES = 32 << 20;

    /** The commands that look at all settings of a profile. */
    private static final Set<String> COMMANDS = Set.of("verify", "provision");

    /** What became of a setting, and what was seen of it in the words of that run. */
    public record Found(Status status, String actual, List<String> evidence) {
        public Found {
            evidence = List.copyOf(evidence);
        }
    }

    /** An installed program. */
    public record Program(String name, String version) {}

    /** Not a result, or not one of settings: its reason says what is wrong with it. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Message reason;

        Unusable(Message reason) {
            super(reason.key());
            this.reason = reason;
        }

        public Message reason() {
            return reason;
        }
    }

    public EarlierResult {
        settings = Map.copyOf(settings);
        programs = programs.map(List::copyOf);
    }

    /** Reads {@code file}, which anybody may have written. */
    public static EarlierResult read(Path file) throws Unusable {
        try {
            return of(JsonTree.read(file, MOST_BYTES));
        } catch (IOException e) {
            throw new Unusable(FileTrouble.why(e));
        } catch (IllegalArgumentException e) {
            throw new Unusable(Message.of("provision.earlier.damaged", String.valueOf(e.getMessage())));
        }
    }

    private static EarlierResult of(JsonTree json) throws Unusable {
        if (!json.text("schema").equals(SCHEMA)) {
            throw new Unusable(Message.of("provision.earlier.schema", json.text("schema")));
        }
        if (!COMMANDS.contains(json.text("command"))) {
            throw new Unusable(Message.of("provision.earlier.command", json.text("command")));
        }
        Map<String, Found> settings = new LinkedHashMap<>();
        for (JsonTree outcome : json.objects("outcomes")) {
            List<String> evidence = new ArrayList<>();
            for (JsonTree seen : outcome.objects("evidence")) {
                evidence.add(seen.text("where") + " = " + seen.text("value"));
            }
            Status status = Status.valueOf(
                    outcome.text("status").toUpperCase(Locale.ROOT).replace('-', '_'));
            settings.put(outcome.text("setting"), new Found(status, outcome.text("actual"), evidence));
        }
        if (settings.isEmpty()) {
            throw new Unusable(Message.of("provision.earlier.no-setting"));
        }
        return new EarlierResult(
                json.text("run"), json.text("computer"), json.text("started"), settings, programs(json));
    }

    private static Optional<List<Program>> programs(JsonTree json) {
        if (!json.has("programs")) {
            return Optional.empty();
        }
        return Optional.of(json.objects("programs").stream()
                .map(program -> new Program(program.text("name"), program.text("version")))
                .toList());
    }
}
