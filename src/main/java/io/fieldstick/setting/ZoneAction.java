package io.fieldstick.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a page of a zone may do, by the name of its value in the registry: {@code 1200} is to run ActiveX controls.
 *
 * <p>Source of the names and numbers: Microsoft KB 182569; urlmon.h URLACTION_*.
 */
public record ZoneAction(String code) implements Comparable<ZoneAction> {
    /** Those whose meaning of "allow" needs no explanation; any other by its code. */
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("download-signed-activex", "1001");
        NAMES.put("download-unsigned-activex", "1004");
        NAMES.put("run-activex", "1200");
        NAMES.put("init-unsafe-activex", "1201");
        NAMES.put("activex-first-use", "1208");
        NAMES.put("scriptlets", "1209");
        NAMES.put("scripting", "1400");
        NAMES.put("java-applets", "1402");
        NAMES.put("script-safe-activex", "1405");
        NAMES.put("cross-domain-data", "1406");
        NAMES.put("mixed-content", "1609");
        NAMES.put("file-download", "1803");
        NAMES.put("launch-programs", "1806");
        NAMES.put("behaviors", "2000");
        NAMES.put("activex-prompting", "2201");
    }

    /** URLPOLICY_*: allow, ask, disallow, and only controls that an administrator approved. */
    private static final Map<String, Integer> ANSWERS = new LinkedHashMap<>();

    static {
        ANSWERS.put("allow", 0);
        ANSWERS.put("prompt", 1);
        ANSWERS.put("disallow", 3);
        ANSWERS.put("administrator-approved", 0x10000);
    }

    /** The action that a profile calls {@code name}: one of the names, or four hexadecimal digits. */
    static Optional<ZoneAction> named(String name) {
        String code = NAMES.getOrDefault(name, name).toUpperCase(Locale.ROOT);
        return code.matches("[0-9A-F]{4}") ? Optional.of(new ZoneAction(code)) : Optional.empty();
    }

    static List<String> names() {
        return List.copyOf(NAMES.keySet());
    }

    static String[] answers() {
        return ANSWERS.keySet().toArray(String[]::new);
    }

    static int number(String answer) {
        Integer number = ANSWERS.get(answer);
        if (number == null) {
            throw new IllegalArgumentException(answer);
        }
        return number;
    }

    /** What a profile calls {@code number}; empty where it has no word for it. */
    static Optional<String> answer(int number) {
        return ANSWERS.entrySet().stream()
                .filter(known -> known.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What a profile calls it: its name, and else its code. */
    String label() {
        return NAMES.entrySet().stream()
                .filter(known -> known.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(code);
    }

    /** As urlmon.h numbers it, URLACTION_*. */
    int number() {
        return Integer.parseInt(code, 16);
    }

    @Override
    public int compareTo(ZoneAction other) {
        return code.compareTo(other.code);
    }
}
