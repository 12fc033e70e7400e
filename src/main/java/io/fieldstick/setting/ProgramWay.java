package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
import io.fieldstick.profile.Value.RecordValue;
import io.fieldstick.setting.software.AppxTrace;
import io.fieldstick.setting.software.FileTrace;
import io.fieldstick.setting.software.MsiTrace;
import io.fieldstick.setting.software.NamePattern;
import io.fieldstick.setting.software.ProcessTrace;
import io.fieldstick.setting.software.ProgramMatch;
import io.fieldstick.setting.software.ServiceTrace;
import io.fieldstick.setting.software.Trace;
import io.fieldstick.setting.software.VersionRange;
import java.util.List;
import java.util.Map;

/** One item of a rule's {@code any-of}: an entry in the list of programs, or another trace of the program. */
record ProgramWay(RecordValue written, List<Problem> problems) {
    private static final String DISPLAY_NAME = "display-name";
    private static final String PUBLISHER = "publisher";
    private static final String VERSION = "version";
    private static final String SERVICE = "service";
    private static final String FILE = "file";
    private static final String SHA256 = "sha256";
    private static final String MSI_PRODUCT = "msi-product";
    private static final String APPX = "appx";
    private static final String PROCESS = "process";

    /** What a program is recognised by; an item says exactly one of them. */
    private static final List<String> KINDS = List.of(DISPLAY_NAME, SERVICE, FILE, MSI_PRODUCT, APPX, PROCESS);

    /** What narrows a kind, and the kinds that it narrows. */
    private static final Map<String, List<String>> NARROWING = Map.of(
            PUBLISHER, List.of(DISPLAY_NAME),
            VERSION, List.of(DISPLAY_NAME, FILE, MSI_PRODUCT, APPX),
            SHA256, List.of(FILE));

    private static final String PROGRAM_FILE = "[^\\\\/:]+\\.[eE][xX][eE]|([A-Za-z]:|%[^%]+%)\\\\.+";

    static final Shape SHAPE = Shape.record(
            Field.optional(
                    DISPLAY_NAME, Shape.text().example("WinRAR 3.8*"), Message.of("software.field.display-name")),
            Field.optional(PUBLISHER, Shape.text(), Message.of("software.field.publisher")),
            Field.optional(VERSION, Shape.text().example(">=3.80 <4"), Message.of("software.field.version")),
            Field.optional(
                    SERVICE,
                    Shape.text()
                            .matching("[^\\\\/]{1,256}", Message.of("software.field.service-name"))
                            .example("SepMasterService"),
                    Message.of("software.field.service")),
            Field.optional(
                    FILE,
                    Shape.text()
                            .matching(PROGRAM_FILE, Message.of("software.field.executable"))
                            .example("FeiQ.exe"),
                    Message.of("software.field.file")),
            Field.optional(
                    SHA256,
                    Shape.text().matching("[0-9A-Fa-f]{64}", Message.of("software.field.hash")),
                    Message.of("software.field.sha256")),
            Field.optional(
                    MSI_PRODUCT,
                    Shape.text()
                            .matching(MsiTrace.CODE.pattern(), Message.of("software.field.code"))
                            .example("{90110804-6000-11D3-8CFE-0150048383C9}"),
                    Message.of("software.field.msi-product")),
            Field.optional(
                    APPX, Shape.text().example("Microsoft.WindowsCalculator"), Message.of("software.field.appx")),
            Field.optional(PROCESS, Shape.text().example("FeiQ.exe"), Message.of("software.field.process")));

    /** Adds what the item means to one of the lists, or its problems to {@link #problems()}. */
    void addTo(List<ProgramMatch> matches, List<Trace> traces) {
        int before = problems.size();
        List<String> kinds = KINDS.stream()
                .filter(kind -> written.optional(kind).isPresent())
                .toList();
        if (kinds.size() != 1) {
            problems.add(Problem.of(Message.of("software.problem.one-way", String.join(", ", KINDS)), written.span()));
            return;
        }
        check(kinds.get(0));
        if (problems.size() > before) {
            return;
        }
        if (kinds.get(0).equals(DISPLAY_NAME)) {
            matches.add(new ProgramMatch(pattern(DISPLAY_NAME), publisher(), version()));
        } else {
            traces.add(trace(kinds.get(0)));
        }
    }

    private void check(String kind) {
        NARROWING.forEach((name, with) -> written.optional(name)
                .filter(value -> !with.contains(kind))
                .ifPresent(value -> problems.add(Problem.of(
                        Message.of("software.problem.goes-with", name, String.join(", ", with)), value.span()))));
        for (String name : List.of(DISPLAY_NAME, PUBLISHER, APPX, PROCESS)) {
            written.optional(name).ifPresent(this::checkPattern);
        }
        written.optional(FILE)
                .filter(value -> !FileTrace.isPath(value.asText()))
                .ifPresent(this::checkPattern);
        written.optional(VERSION)
                .ifPresent(value -> VersionRange.problemOf(value.asText())
                        .ifPresent(what ->
                                problems.add(Problem.of(what, value.span()).help(Message.of("software.help.range")))));
    }

    private void checkPattern(Value value) {
        NamePattern.problemOf(value.asText()).ifPresent(what -> problems.add(Problem.of(what, value.span())));
    }

    private Trace trace(String kind) {
        return switch (kind) {
            case SERVICE -> new ServiceTrace(written.text(SERVICE));
            case FILE -> new FileTrace(written.text(FILE), version(), written.optionalText(SHA256));
            case MSI_PRODUCT -> new MsiTrace(written.text(MSI_PRODUCT), version());
            case APPX -> new AppxTrace(pattern(APPX), version());
            case PROCESS -> new ProcessTrace(pattern(PROCESS));
            default -> throw new IllegalArgumentException("no kind of trace: " + kind);
        };
    }

    private NamePattern pattern(String name) {
        return NamePattern.of(written.text(name));
    }

    private NamePattern publisher() {
        return written.optional(PUBLISHER).isPresent() ? pattern(PUBLISHER) : NamePattern.any();
    }

    private VersionRange version() {
        return written.optionalText(VERSION).map(VersionRange::of).orElse(VersionRange.ANY);
    }
}
