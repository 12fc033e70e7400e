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
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A registry value that the house wants, of the machine or of every loaded user: for what has no setting of its own.
 *
 * @param label what the profile calls it
 * @param root {@code HKLM}, or {@code HKU} for every loaded user
 * @param path the key below the root, or below the user's hive
 * @param view the registry view; a user's hive has only one
 * @param value empty where there is to be none
 */
public record RegistryValues(
        String label,
        RegistryKey.Root root,
        String path,
        RegistryKey.View view,
        String valueName,
        Optional<RegistryValue> value,
        InForce inForce)
        implements Setting<RegistryValues.State> {
    private static final String ROOTS = "(HKLM|HKCU)\\\\[^\\\\]+(\\\\[^\\\\]+)*";
    private static final String NONE = "none";
    private static final String LIST = "list";
    private static final String BINARY = "binary";
    private static final String LARGE_NUMBER = "large-number";
    private static final Pattern BYTES = Pattern.compile("([0-9A-Fa-f]{2}[ ,]?)*");
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
                            Shape.choice("text", "expandable-text", "number", LARGE_NUMBER, LIST, BINARY, NONE),
                            Message.of("registry.field.type")),
                    Field.optional("value", Shape.text(), Message.of("registry.field.value")),
                    Field.optional("values", Shape.listOf(Shape.text()), Message.of("registry.field.values")),
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
            Optional<Message> fault = fault(entry);
            if (fault.isPresent()) {
                problems.add(Problem.of(
                        fault.get(), entry.optional("value").map(Value::span).orElse(entry.span())));
                continue;
            }
            RegistryValues setting = of(entry, value(entry));
            settings.add(setting);
            String other = labels.putIfAbsent(setting.address(), setting.label);
            if (other != null) {
                problems.add(Problem.of(Message.of("registry.problem.same-value", setting.label, other), entry.span()));
            }
        }
        return settings;
    }

    /** Which value it is about, alike for all entries that are about the same one. */
    private String address() {
        return (root + " " + view + " " + path + "!" + valueName).toLowerCase(Locale.ROOT);
    }

    private static boolean isSecret(Value.RecordValue entry) {
        String text = String.join("\n", written(entry), String.join("\n", entry.texts("values")));
        boolean named = List.of("text", "expandable-text", LIST, BINARY).contains(entry.text("type"))
                && !text.isBlank()
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

    private static RegistryValues of(Value.RecordValue entry, Optional<RegistryValue> value) {
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

    /** What is written as the value; nothing where that is left out. */
    private static String written(Value.RecordValue entry) {
        return entry.optionalText("value").orElse("");
    }

    /** Why no value of its type can be made of what is written; empty where one can. */
    private static Optional<Message> fault(Value.RecordValue entry) {
        String type = entry.text("type");
        boolean ofList = type.equals(LIST);
        boolean misplaced = (entry.optional("values").isPresent() && !ofList)
                || (entry.optional("value").isPresent() && (ofList || type.equals(NONE)));
        if (misplaced) {
            return Optional.of(Message.of("registry.misplaced", type));
        }
        if (type.equals(NONE) || value(entry).isPresent()) {
            return Optional.empty();
        }
        int bits = type.equals(LARGE_NUMBER) ? Long.SIZE : Integer.SIZE;
        return Optional.of(
                Message.of(type.equals(BINARY) ? "registry.no-bytes" : "registry.no-number", written(entry), bits));
    }

    /** The value; empty where there is to be none, or none of the type can be made of what is written. */
    private static Optional<RegistryValue> value(Value.RecordValue entry) {
        String text = written(entry);
        return switch (entry.text("type")) {
            case "text" -> Optional.of(RegistryValue.sz(text));
            case "expandable-text" -> Optional.of(RegistryValue.expandSz(text));
            case "number" -> number(text, Integer.SIZE).map(Long::intValue).map(RegistryValue::dword);
            case LARGE_NUMBER -> number(text, Long.SIZE).map(RegistryValue::qword);
            case LIST -> Optional.of(RegistryValue.multiSz(entry.texts("values")));
            case BINARY ->
                Optional.of(text)
                        .filter(bytes -> BYTES.matcher(bytes).matches())
                        .map(bytes -> RegistryValue.binary(HexFormat.of().parseHex(bytes.replaceAll("[ ,]", ""))));
            default -> Optional.empty();
        };
    }

    /** A number without a sign, in decimal or in hexadecimal after 0x; empty where there is none, or none of so many bits. */
    private static Optional<Long> number(String text, int bits) {
        try {
            long number = text.startsWith("0x")
                    ? Long.parseUnsignedLong(text.substring(2), 16)
                    : Long.parseUnsignedLong(text);
            return bits == Long.SIZE || number >>> bits == 0 ? Optional.of(number) : Optional.empty();
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
        return value.map(RegistryValue::toString)
                .map(text -> text.isEmpty() ? Message.of("registry.is-empty") : Message.of("registry.is", text))
                .orElse(Message.of("registry.is-none"));
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
        Set<Announcement> told = Set.of(Announcement.POLICY);
        return value.<Change>map(
                        wanted -> new SetRegistryValue(key, valueName, wanted, ValueSameness.BYTES, inForce, told))
                .orElse(new DeleteRegistryValue(key, valueName, inForce, told));
    }

    @Override
    public Judgement judge(State actual) {
        return Judgements.ofRegistry(
                actual.users(),
                actual.values(),
                desired(),
                Message.of(value.isPresent() ? "registry.differs" : "registry.there"),
                List.of());
    }
}
