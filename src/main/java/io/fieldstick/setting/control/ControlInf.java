package io.fieldstick.setting.control;

import io.fieldstick.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The INF file in a package that Internet Explorer would have downloaded: which files belong to the control.
 *
 * <p>Source: MS docs "Packaging ActiveX Controls" ({@code [Add.Code]}, {@code file-win32-x86=thiscab}, {@code RegisterServer}).
 * Taken are files of the package itself. What runs a program ({@code [Setup Hooks]}, {@code hook=}) is refused; so is a file
 * that would be fetched from elsewhere, unless Windows has it. Where a file should go ({@code DestDir}) is not heeded: all
 * files go into one folder of the control's own, so nothing of Windows is replaced.
 *
 * @param files those to be installed, in the order of the INF
 * @param faults why it cannot be installed, each a sentence; empty where it can
 */
public record ControlInf(List<CodeFile> files, List<Message> faults) {
    private static final String THIS_PACKAGE = "thiscab";
    private static final List<String> SOURCES = List.of("file-win32-x86", "file-win32-amd64", "file-win32-x64", "file");

    /** A plain file name: nothing that leads elsewhere. */
    private static final String NAME = "[^\\\\/:*?\"<>|\\p{Cntrl}]*[^\\\\/:*?\"<>|\\p{Cntrl}. ]";

    /** A file of the package, and whether it registers itself. */
    public record CodeFile(String name, boolean registered) {}

    public ControlInf {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }

    /**
     * Reads an INF.
     *
     * @param isOfWindows whether Windows has a file of that name already
     */
    public static ControlInf of(byte[] inf, Predicate<String> isOfWindows) {
        Map<String, Map<String, String>> sections = sections(text(inf));
        List<CodeFile> files = new ArrayList<>();
        List<Message> faults = new ArrayList<>();
        if (!sections.getOrDefault("setup hooks", Map.of()).isEmpty()) {
            faults.add(Message.of("activex.inf.hooks"));
        }
        sections.getOrDefault("add.code", Map.of()).forEach((name, section) -> {
            Map<String, String> says = sections.getOrDefault(section.toLowerCase(Locale.ROOT), Map.of());
            if (!name.matches(NAME)) {
                faults.add(Message.of("activex.inf.name", name));
            } else if (says.containsKey("hook") && !isOfWindows.test(name)) {
                faults.add(Message.of("activex.inf.hook", name));
            } else if (isInPackage(says)) {
                files.add(new CodeFile(name, registers(name, says)));
            } else if (!isIgnored(says) && !isOfWindows.test(name)) {
                faults.add(Message.of("activex.inf.elsewhere", name));
            }
        });
        if (files.isEmpty() && faults.isEmpty()) {
            faults.add(Message.of("activex.inf.nothing"));
        }
        return new ControlInf(files, faults);
    }

    private static boolean isInPackage(Map<String, String> says) {
        return SOURCES.stream().anyMatch(key -> THIS_PACKAGE.equalsIgnoreCase(says.getOrDefault(key, "")));
    }

    private static boolean isIgnored(Map<String, String> says) {
        List<String> sources = SOURCES.stream()
                .filter(says::containsKey)
                .map(key -> says.getOrDefault(key, ""))
                .toList();
        return !sources.isEmpty() && sources.stream().allMatch("ignore"::equalsIgnoreCase);
    }

    /** What the INF says; without a word of it a control registers itself, and so does what has a class. */
    private static boolean registers(String name, Map<String, String> says) {
        String word = says.getOrDefault("registerserver", "");
        return word.isEmpty()
                ? says.containsKey("clsid") || name.toLowerCase(Locale.ROOT).endsWith(".ocx")
                : word.equalsIgnoreCase("yes");
    }

    /** Names are plain letters; the rest is never shown to anybody, so its code page does not matter. */
    private static String text(byte[] inf) {
        boolean wide = inf.length >= 2 && (inf[0] & 0xFF) == 0xFF && (inf[1] & 0xFF) == 0xFE;
        return wide
                ? new String(inf, 2, inf.length - 2, StandardCharsets.UTF_16LE)
                : new String(inf, StandardCharsets.ISO_8859_1);
    }

    /** Sections and keys in small letters, values without their quotes; the keys of Add.Code are file names and keep theirs. */
    private static Map<String, Map<String, String>> sections(String text) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        String section = "";
        for (String line : text.lines().toList()) {
            String bare = line.replaceFirst(";.*", "").strip();
            if (bare.startsWith("[") && bare.endsWith("]")) {
                section = bare.substring(1, bare.length() - 1).strip().toLowerCase(Locale.ROOT);
                continue;
            }
            int equals = bare.indexOf('=');
            if (equals > 0) {
                String key = bare.substring(0, equals).strip();
                String value = bare.substring(equals + 1).strip().replaceAll("^\"|\"$", "");
                sections.computeIfAbsent(section, s -> new LinkedHashMap<>())
                        .put(section.equals("add.code") ? key : key.toLowerCase(Locale.ROOT), value);
            }
        }
        return sections;
    }
}
