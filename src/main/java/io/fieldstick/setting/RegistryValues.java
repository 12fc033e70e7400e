package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.message.Secrets;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Span;
import io.fieldstick.profile.Value;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A registry value that the house wants, of the machine or of every loaded user: for what has no setting of its own.
 *
 * @param label what the profile calls it
 * @param root {@code HKLM}, or {@code HKU} for every loaded user
 * @param path the key below the root, or below the user's hive
 * @param view the registry view; a user's hive has only one
 */
public record RegistryValues(
        String label,
        RegistryKey.Root root,
        String path,
        RegistryKey.View view,
        String valueName,
        RegistryValue value,
        InForce inForce)
        implements Setting<RegistryValues.State> {
    private static final String ROOTS = "(HKLM|HKCU)\\\\[^\\\\]+(\\\\[^\\\\]+)*";
    private static final Map<String, InForce> WHEN =
            Map.of("now", InForce.NOW, "after-sign-in", InForce.AFTER_SIGN_IN, "after-restart", InForce.AFTER_RESTART);

    public static final SettingKind KIND = new SettingKind(
            "registry",
            Shape.listOf(Shape.record(
                    Field.required("name", Shape.text(), Message.of("registry.field.name")),
                    Field.required(
                            "key",
                            Shape.text()
                                    .matching(ROOTS, Message.of("registry.shape.key"))
                                    .example("HKLM\\SOFTWARE\\Policies\\Vendor"),
                            Message.of("registry.field.key")),
                    Field.optional("value-name", Shape.text(), Message.of("registry.field.value-name")),
                    Field.required(
                            "type",
                            Shape.choice("text", "expandable-text", "number"),
                            Message.of("registry.field.type")),
                    Field.required("value", Shape.text(), Message.of("registry.field.value")),
                    Field.optional("view", Shape.choice("64", "32"), Message.of("registry.field.view")),
                    Field.optional(
                            "in-force",
                            Shape.choice("now", "after-sign-in", "after-restart"),
                            Message.of("registry.field.in-force")))),
            Message.of("registry.section"),
            RegistryValues::make);

    /** The loaded users, where it is about them, and the values. */
    public record State(Reading<List<String>> users, RegistryState values) {}

    private static List<Setting<?>> make(Value section, Answers answers, List<Problem> problems) {
        List<Setting<?>> settings = new ArrayList<>();
        Map<String, String> labels = new HashMap<>();
        for (Value.RecordValue entry : section.asList().records()) {
            if (isSecret(entry)) {
                problems.add(secret(entry));
                continue;
            }
            Optional<RegistryValue> value = value(entry);
            if (value.isEmpty()) {
                problems.add(Problem.of(
                        Message.of("registry.no-number", entry.text("value")),
                        entry.required("value").span()));
            }
            value.map(bytes -> of(entry, bytes)).ifPresent(setting -> {
                settings.add(setting);
                String other = labels.putIfAbsent(setting.address(), setting.label);
                if (other != null) {
                    problems.add(
                            Problem.of(Message.of("registry.problem.same-value", setting.label, other), entry.span()));
                }
            });
        }
        return settings;
    }

    /** Which value it is about, alike for all entries that are about the same one. */
    private String address() {
        return (root + " " + view + " " + path + "!" + valueName).toLowerCase(Locale.ROOT);
    }

    private static boolean isSecret(Value.RecordValue entry) {
        String text = entry.text("value");
        boolean named = !entry.text("type").equals("number")
                && Secrets.isNamedBy(entry.optionalText("value-name").orElse(""));
        return named || !Secrets.hidden(text).equals(text);
    }

    /** It would be read by whoever has the stick, and stand in the journal; its line is not shown either. */
    private static Problem secret(Value.RecordValue entry) {
        return Problem.of(
                        Message.of("registry.problem.secret", entry.text("name")),
                        Span.whole(entry.span().source()))
                .help(Message.of("registry.help.secret"));
    }

    private static RegistryValues of(Value.RecordValue entry, RegistryValue value) {
        String key = entry.text("key");
        boolean machine = key.startsWith("HKLM");
        boolean narrow = entry.optionalText("view").orElse("64").equals("32");
        return new RegistryValues(
                entry.text("name"),
                machine ? RegistryKey.Root.MACHINE : RegistryKey.Root.USERS,
                key.substring(key.indexOf('\\') + 1),
                machine && narrow ? RegistryKey.View.BITS_32 : RegistryKey.View.BITS_64,
                entry.optionalText("value-name").orElse(""),
                value,
                WHEN.getOrDefault(entry.optionalText("in-force").orElse("now"), InForce.NOW));
    }

    /** The value; empty where a number is asked for and none is written (decimal, or hexadecimal after 0x). */
    private static Optional<RegistryValue> value(Value.RecordValue entry) {
        String text = entry.text("value");
        return switch (entry.text("type")) {
            case "text" -> Optional.of(RegistryValue.sz(text));
            case "expandable-text" -> Optional.of(RegistryValue.expandSz(text));
            default -> number(text).map(RegistryValue::dword);
        };
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(
                    text.startsWith("0x")
                            ? Integer.parseUnsignedInt(text.substring(2), 16)
                            : Integer.parseUnsignedInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "registry/" + label;
    }

    @Override
    public Message title() {
        return Message.of("registry.title", label);
    }

    @Override
    public Message desired() {
        return Message.of("registry.is", value);
    }

    @Override
    public State read(WindowsView windows) {
        if (root == RegistryKey.Root.MACHINE) {
            return new State(
                    Reading.of(List.of()),
                    RegistryState.read(windows, List.of(change(new RegistryKey(root, path, view)))));
        }
        Reading<List<String>> users = windows.registry().everyUser();
        List<Change> desired = users.orElse(List.of()).stream()
                .map(sid -> change(RegistryKey.user(sid, path)))
                .toList();
        return new State(users, RegistryState.read(windows, desired));
    }

    private Change change(RegistryKey key) {
        return new SetRegistryValue(key, valueName, value, ValueSameness.BYTES, inForce, Set.of(Announcement.POLICY));
    }

    @Override
    public Judgement judge(State actual) {
        return Judgements.ofRegistry(
                actual.users(), actual.values(), desired(), Message.of("registry.differs"), List.of());
    }
}
