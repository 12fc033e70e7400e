package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
import io.fieldstick.profile.Value.RecordValue;
import io.fieldstick.setting.software.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The profile's section about Windows itself: one setting for each thing that it asks of it. */
public final class WindowsItself {
    static final String SECTION = "windows";

    private static final int MOST_BUILD = 1_000_000;

    public static final SettingKind KIND = new SettingKind(
            SECTION,
            Shape.record(
                    Field.optional(
                            "edition",
                            Shape.listOf(Shape.text().example("Professional")),
                            Message.of("system.field.edition")),
                    Field.optional("build-at-least", Shape.whole(0, MOST_BUILD), Message.of("system.field.build")),
                    Field.optional("origin", Shape.choice("no-foreign-image"), Message.of("system.field.origin")),
                    Field.optional("activated", Shape.choice("true"), Message.of("system.field.activated")),
                    Field.optional("antivirus", Shape.choice("current"), Message.of("system.field.antivirus")),
                    Field.optional("drivers", Shape.choice("complete"), Message.of("system.field.drivers")),
                    Field.optional(
                            "pending-restart", Shape.choice("none"), Message.of("system.field.pending-restart"))),
            Message.of("system.section"),
            (section, answers, problems) -> settings(section.asRecord(), problems));

    private WindowsItself() {}

    private static List<Setting<?>> settings(RecordValue section, List<Problem> problems) {
        List<Setting<?>> settings = new ArrayList<>();
        section.optional("edition").flatMap(value -> edition(value, problems)).ifPresent(settings::add);
        section.optional("build-at-least").ifPresent(build -> settings.add(new WindowsBuild(build.asWhole())));
        section.optional("origin").ifPresent(known -> settings.add(new OriginalWindows()));
        section.optional("activated").ifPresent(yes -> settings.add(new WindowsActivated()));
        section.optional("antivirus").ifPresent(current -> settings.add(new CurrentAntivirus()));
        section.optional("drivers").ifPresent(complete -> settings.add(new CompleteDrivers()));
        section.optional("pending-restart").ifPresent(none -> settings.add(new NoPendingRestart()));
        return settings;
    }

    private static Optional<Setting<?>> edition(Value editions, List<Problem> problems) {
        int before = problems.size();
        for (Value edition : editions.asList().items()) {
            NamePattern.problemOf(edition.asText()).ifPresent(what -> problems.add(Problem.of(what, edition.span())));
        }
        List<String> names = editions.asList().texts();
        return names.isEmpty() || problems.size() > before ? Optional.empty() : Optional.of(new WindowsEdition(names));
    }
}
