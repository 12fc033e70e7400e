package io.fieldstick.setting.software;

import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.WindowsPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way in which a program may be there, in the words of the profile: an entry in the list of programs, or another trace.
 *
 * @param fields the fields of one item of {@code any-of}; exactly one of them is one of {@link #KINDS}
 */
public record Way(Map<String, String> fields) {
    public static final String DISPLAY_NAME = "display-name";
    public static final String PUBLISHER = "publisher";
    public static final String VERSION = "version";
    public static final String SERVICE = "service";
    public static final String FILE = "file";
    public static final String SHA256 = "sha256";
    public static final String MSI_PRODUCT = "msi-product";
    public static final String APPX = "appx";
    public static final String PROCESS = "process";

    /** What a program is recognised by; an item says exactly one of them. */
    public static final List<String> KINDS = List.of(DISPLAY_NAME, SERVICE, FILE, MSI_PRODUCT, APPX, PROCESS);

    public Way {
        fields = Map.copyOf(fields);
    }

    /** The entry in the list of programs that it is about; empty where it is about another trace. */
    public Optional<ProgramMatch> match() {
        return has(DISPLAY_NAME)
                ? Optional.of(new ProgramMatch(pattern(DISPLAY_NAME), pattern(PUBLISHER), version()))
                : Optional.empty();
    }

    /** The trace that it is about; empty where it is about an entry in the list of programs. */
    public Optional<Trace> trace() {
        if (has(SERVICE)) {
            return Optional.of(new ServiceTrace(text(SERVICE)));
        }
        if (has(FILE)) {
            return Optional.of(new FileTrace(text(FILE), version(), Optional.ofNullable(fields.get(SHA256))));
        }
        if (has(MSI_PRODUCT)) {
            return Optional.of(new MsiTrace(text(MSI_PRODUCT), version()));
        }
        if (has(APPX)) {
            return Optional.of(new AppxTrace(pattern(APPX), version()));
        }
        return has(PROCESS) ? Optional.of(new ProcessTrace(pattern(PROCESS))) : Optional.empty();
    }

    /** Whether {@code program} is the entry that it is about, in whatever version. */
    boolean isEntry(InstalledProgram program) {
        if (has(MSI_PRODUCT)) {
            return program.keys().stream()
                    .anyMatch(key -> WindowsPath.name(key.path()).equalsIgnoreCase(text(MSI_PRODUCT)));
        }
        return match().map(match -> match.of(program) != ProgramMatch.Answer.NO).orElse(false);
    }

    /** Whether a program that is there in this way has an entry in the list of programs by which it can be told. */
    boolean isInList() {
        return has(DISPLAY_NAME) || has(MSI_PRODUCT);
    }

    private boolean has(String name) {
        return fields.containsKey(name);
    }

    private String text(String name) {
        String text = fields.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return text;
    }

    private NamePattern pattern(String name) {
        return has(name) ? NamePattern.of(text(name)) : NamePattern.any();
    }

    private VersionRange version() {
        return has(VERSION) ? VersionRange.of(text(VERSION)) : VersionRange.ANY;
    }
}
