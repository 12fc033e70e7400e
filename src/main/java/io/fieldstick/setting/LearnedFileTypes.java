package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.YamlText;
import io.fieldstick.setting.software.NamePattern;
import io.fieldstick.setting.software.RegisteredProgram;
import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of files that offices exchange and that a program which was installed opens for all users of a machine: the
 * computer's default, and what Windows says is in force.
 */
final class LearnedFileTypes {
    private static final List<String> EXTENSIONS = List.of(
            ".tif", ".tiff", ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".pdf", ".ofd", ".htm", ".html", ".mht", ".txt",
            ".csv", ".rtf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".wps", ".et", ".dps", ".dwg", ".zip",
            ".rar", ".7z", ".mp3", ".mp4", ".avi", ".wmv");

    private static final int A_LINE = 16;
    private static final String EXE = "(?i)\\.exe$";

    /** What the section says of the program, beside the extensions. */
    private record Opener(String program, Optional<String> progId) {}

    private final ProfileDraft draft;
    private final List<String> programs;
    private final String windowsFolder;

    private LearnedFileTypes(ProfileDraft draft) {
        this.draft = draft;
        this.programs = RegisteredProgram.names(draft.registry()).orElse(List.of());
        this.windowsFolder =
                EnvironmentVariables.ofMachine(draft.windows().registry()).expand("%SystemRoot%");
    }

    static void write(ProfileDraft draft) {
        List<String> looked = new ArrayList<>();
        for (int from = 0; from < EXTENSIONS.size(); from += A_LINE) {
            looked.add(String.join(" ", EXTENSIONS.subList(from, Math.min(from + A_LINE, EXTENSIONS.size()))));
        }
        draft.section(Message.of("learn.file-types", String.join("\n", looked)));
        new LearnedFileTypes(draft).write();
    }

    private void write() {
        Map<Opener, List<String>> groups = new LinkedHashMap<>();
        for (String extension : EXTENSIONS) {
            learned(extension)
                    .map(type -> new Opener(type.program(), type.knownAs()))
                    .ifPresent(opener -> groups.computeIfAbsent(opener, first -> new ArrayList<>())
                            .add(YamlText.quoted(extension)));
        }
        if (groups.isEmpty()) {
            draft.nothing(Message.of("learn.file-types.none"));
            return;
        }
        draft.line(FileType.SECTION + ":");
        groups.forEach((opener, extensions) -> {
            draft.line("  - extensions: [" + String.join(", ", extensions) + "]");
            draft.line("    program: " + YamlText.quoted(opener.program()));
            opener.progId().ifPresent(progId -> draft.line("    prog-id: " + YamlText.quoted(progId)));
        });
    }

    /** By the name under which its program is registered, and else by its class; empty where a profile cannot ask for it. */
    private Optional<FileType> learned(String extension) {
        Optional<String> progId = draft.read(FileType.machineDefault(draft.registry(), extension));
        Optional<String> program =
                draft.read(draft.windows().associations().program(extension)).filter(file -> !isOfWindows(file));
        if (progId.isEmpty() || program.isEmpty()) {
            return Optional.empty();
        }
        return programs.stream()
                .map(name -> new FileType(extension, LearnedProgram.pattern(name), Optional.empty()))
                .filter(type -> NamePattern.problemOf(type.program()).isEmpty() && opensAs(type, progId.get()))
                .findFirst()
                .or(() -> Optional.of(named(extension, program.get(), progId.get())))
                .filter(type -> type.knownAs().map(FileType::canName).orElse(true))
                .filter(type -> NamePattern.problemOf(type.program()).isEmpty())
                .filter(draft::passes);
    }

    private boolean opensAs(FileType type, String progId) {
        Reading<RegisteredProgram> registered = type.registered(draft.windows());
        return registered.map(known -> known.progId().equals(progId)).orElse(false);
    }

    private static FileType named(String extension, String program, String progId) {
        String name = WindowsPath.name(program).replaceFirst(EXE, "");
        return new FileType(extension, LearnedProgram.pattern(name), Optional.of(progId));
    }

    private boolean isOfWindows(String file) {
        return !windowsFolder.isEmpty() && WindowsPath.isAtOrBelow(file, windowsFolder);
    }
}
