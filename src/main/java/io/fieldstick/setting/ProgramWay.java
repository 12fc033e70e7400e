package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
import io.fieldstick.profile.Value.RecordValue;
import io.fieldstick.setting.software.FileTrace;
import io.fieldstick.setting.software.MsiTrace;
import io.fieldstick.setting.software.NamePattern;
import io.fieldstick.setting.software.VersionRange;
import io.fieldstick.setting.software.Way;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One item of a rule's {@code any-of}: an entry in the list of programs, or another trace of the program. */
record ProgramWay(RecordValue written, List<Problem> problems) {
    /** What narrows a kind, and the kinds that it narrows. */
    private static final Map<String, List<String>> NARROWING = Map.of(
            Way.PUBLISHER, List.of(Way.DISPLAY_NAME),
            Way.VERSION, List.of(Way.DISPLAY_NAME, Way.FILE, Way.MSI_PRODUCT, Way.APPX),
            Way.SHA256, List.of(Way.FILE));

    private static final String PROGRAM_FILE = "[^\\\\/:]+\\.[eE][xX][eE]|([A-Za-z]:|%[^%]+%)\\\\.+";

    static final Shape SHAPE = Shape.record(
            Field.optional(
                    Way.DISPLAY_NAME, Shape.text().example("WinRAR 3.8*"), Message.of("software.field.display-name")),
            Field.optional(Way.PUBLISHER, Shape.text(), Message.of("software.field.publisher")),
            Field.optional(Way.VERSION, Shape.text().example(">=3.80 <4"), Message.of("software.field.version")),
            Field.optional(
                    Way.SERVICE,
                    Shape.text()
                            .matching("[^\\\\/]{1,256}", Message.of("software.field.service-name"))
                            .example("SepMasterService"),
                    Message.of("software.field.service")),
            Field.optional(
                    Way.FILE,
                    Shape.text()
                            .matching(PROGRAM_FILE, Message.of("software.field.executable"))
                            .example("FeiQ.exe"),
                    Message.of("software.field.file")),
            Field.optional(
                    Way.SHA256,
                    Shape.text().matching("[0-9A-Fa-f]{64}", Message.of("software.field.hash")),
                    Message.of("software.field.sha256")),
            Field.optional(
                    Way.MSI_PRODUCT,
                    Shape.text()
                            .matching(MsiTrace.CODE.pattern(), Message.of("software.field.code"))
                            .example("{90110804-6000-11D3-8CFE-0150048383C9}"),
                    Message.of("software.field.msi-product")),
            Field.optional(
                    Way.APPX, Shape.text().example("Microsoft.WindowsCalculator"), Message.of("software.field.appx")),
            Field.optional(Way.PROCESS, Shape.text().example("FeiQ.exe"), Message.of("software.field.process")));

    /** The item; empty where it has problems, which are added to {@link #problems()}. */
    Optional<Way> checked() {
        int before = problems.size();
        List<String> kinds = Way.KINDS.stream()
                .filter(kind -> written.optional(kind).isPresent())
                .toList();
        if (kinds.size() == 1) {
            check(kinds.get(0));
        } else {
            problems.add(
                    Problem.of(Message.of("software.problem.one-way", String.join(", ", Way.KINDS)), written.span()));
        }
        return problems.size() > before ? Optional.empty() : Optional.of(new Way(texts()));
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        written.fields().forEach((name, value) -> texts.put(name, value.asText()));
        return texts;
    }

    private void check(String kind) {
        NARROWING.forEach((name, with) -> written.optional(name)
                .filter(value -> !with.contains(kind))
                .ifPresent(value -> problems.add(Problem.of(
                        Message.of("software.problem.goes-with", name, String.join(", ", with)), value.span()))));
        for (String name : List.of(Way.DISPLAY_NAME, Way.PUBLISHER, Way.APPX, Way.PROCESS)) {
            written.optional(name).ifPresent(this::checkPattern);
        }
        written.optional(Way.FILE)
                .filter(value -> !FileTrace.isPath(value.asText()))
                .ifPresent(this::checkPattern);
        written.optional(Way.VERSION)
                .ifPresent(value -> VersionRange.problemOf(value.asText())
                        .ifPresent(what ->
                                problems.add(Problem.of(what, value.span()).help(Message.of("software.help.range")))));
    }

    private void checkPattern(Value value) {
        NamePattern.problemOf(value.asText()).ifPresent(what -> problems.add(Problem.of(what, value.span())));
    }
}
