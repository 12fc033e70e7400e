package io.fieldstick.provision;

import io.fieldstick.provision.EarlierResult.Found;
import io.fieldstick.provision.EarlierResult.Program;
import io.fieldstick.provision.Outcome.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is not as it was at an earlier visit.
 *
 * @param gained programs that were not there then
 * @param lost programs that are not there any more
 * @param updated programs that are there in another version than then
 * @param settings settings that fare otherwise now
 */
public record Drift(List<Program> gained, List<Program> lost, List<Update> updated, List<Changed> settings) {

    /** A program in two versions; several versions side by side are written with a bar between them. */
    public record Update(String name, String before, String actual) {}

    /** A setting as it was found then and now. */
    public record Changed(Found before, Outcome actual) {}

    /** How a setting fares, whoever brought it about. */
    private enum Standing {
        GOOD,
        DIFFERS,
        NOT_APPLICABLE,
        UNKNOWN
    }

    public Drift {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        updated = List.copyOf(updated);
        settings = List.copyOf(settings);
    }

    public boolean isEmpty() {
        return gained.isEmpty() && lost.isEmpty() && updated.isEmpty() && settings.isEmpty();
    }

    /** What changed since {@code earlier}; programs only where that visit listed them, settings only where it had them. */
    public static Drift since(EarlierResult earlier, List<Outcome> outcomes, List<Program> programs) {
        List<Program> gained = new ArrayList<>();
        List<Program> lost = new ArrayList<>();
        List<Update> updated = new ArrayList<>();
        if (earlier.programs().isPresent()) {
            Map<String, List<Program>> then = byName(earlier.programs().get());
            Map<String, List<Program>> now = byName(programs);
            now.forEach((name, there) -> {
                List<Program> before = then.getOrDefault(name, List.of());
                if (before.isEmpty()) {
                    gained.addAll(there);
                } else if (!versions(before).equals(versions(there))) {
                    updated.add(new Update(
                            there.get(0).name(),
                            String.join(" | ", versions(before)),
                            String.join(" | ", versions(there))));
                }
            });
            then.forEach((name, before) -> {
                if (!now.containsKey(name)) {
                    lost.addAll(before);
                }
            });
        }
        List<Changed> settings = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Found before = earlier.settings().get(outcome.setting());
            if (before != null && hasDrifted(before, outcome)) {
                settings.add(new Changed(before, outcome));
            }
        }
        return new Drift(gained, lost, updated, settings);
    }

    private static Map<String, List<Program>> byName(List<Program> programs) {
        Map<String, List<Program>> byName = new LinkedHashMap<>();
        programs.forEach(
                program -> byName.computeIfAbsent(program.name().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(program));
        return byName;
    }

    private static Set<String> versions(List<Program> programs) {
        Set<String> versions = new TreeSet<>();
        programs.forEach(program -> versions.add(program.version()));
        return versions;
    }

    /** What is as desired both times has not drifted, whatever was seen; what differs otherwise than then has. */
    private static boolean hasDrifted(Found before, Outcome actual) {
        Standing then = standing(before.status());
        Standing now = standing(actual.status());
        List<String> seen = actual.evidence().stream()
                .map(one -> one.where() + " = " + one.value())
                .toList();
        return then != now || (now == Standing.DIFFERS && !before.evidence().equals(seen));
    }

    private static Standing standing(Status status) {
        return switch (status) {
            case AS_DESIRED, CHANGED -> Standing.GOOD;
            case NOT_APPLICABLE -> Standing.NOT_APPLICABLE;
            case UNKNOWN -> Standing.UNKNOWN;
            case WOULD_CHANGE, DIFFERS, BY_HAND, WAIVED, FAILED -> Standing.DIFFERS;
        };
    }
}
