package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
import java.util.List;

/**
 * A program whose data must not be copied blindly, as a rule in {@code special-programs.yaml} describes it.
 *
 * @param services patterns of the names of its services
 * @param programs patterns of its names in the list of installed programs
 * @param files paths and patterns of its data: {@code %VAR%} is replaced, {@code *:\} stands for every fixed drive, and
 *     {@code [HKLM\...!value]} for what that registry value says
 */
public record SpecialProgram(
        String name, List<String> services, List<String> programs, List<String> files, Message advice) {
    private static final String SECTION = "special-programs";

    /** The section of the file that holds the rules. */
    public static Shape.Record sections() {
        return Shape.record(Field.required(SECTION, Shape.listOf(shape()), Message.of("userdata.special.section")));
    }

    private static Shape shape() {
        Shape texts = Shape.listOf(Shape.text());
        return Shape.record(
                Field.required("name", Shape.text(), Message.of("userdata.special.name")),
                Field.optional("services", texts, Message.of("userdata.special.services")),
                Field.optional("programs", texts, Message.of("userdata.special.programs")),
                Field.optional("files", texts, Message.of("userdata.special.files")),
                Field.required(
                        "advice",
                        Shape.choice("own-backup", "stop-service", "close-program", "export"),
                        Message.of("userdata.special.advice")),
                Field.optional("how", Shape.text(), Message.of("userdata.special.how")));
    }

    /** The rules in the value of {@link #sections()}'s only section. */
    public static List<SpecialProgram> of(Value section) {
        return section.asList().records().stream().map(SpecialProgram::of).toList();
    }

    /** The key of the section. */
    public static String section() {
        return SECTION;
    }

    private static SpecialProgram of(Value.RecordValue rule) {
        Message advice = Message.of("userdata.special-advice." + rule.text("advice"));
        return new SpecialProgram(
                rule.text("name"),
                rule.texts("services"),
                rule.texts("programs"),
                rule.texts("files"),
                rule.optionalText("how")
                        .map(how -> Message.of("userdata.special.advice-how", advice, how))
                        .orElse(advice));
    }
}
