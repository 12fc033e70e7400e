package io.fieldstick.windows;

import io.fieldstick.message.Message;
import io.fieldstick.windows.InstalledProgram.Listing;
import io.fieldstick.windows.InstalledPrograms.Remark;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One walk over the Uninstall keys of a registry; whatever they hold, it ends with a list. */
final class UninstallKeys {
    /** MS docs: Uninstall Registry Key; a user's is shared by both views. */
    private static final String UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

    /** Real machines have hundreds; beyond this somebody is filling the registry. */
    static final int MOST_ENTRIES = 10_000;

    /** The values of ReleaseType that "Programs and Features" lists as updates. */
    private static final Set<String> UPDATES = Set.of("update", "hotfix", "security update", "service pack");

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.]?(\\d{1,2})[-/.]?(\\d{1,2})");

    private final RegistryView registry;
    private final Map<List<String>, InstalledProgram> programs = new LinkedHashMap<>();
    private final List<WindowsError> refused = new ArrayList<>();
    private final List<Remark> odd = new ArrayList<>();

    UninstallKeys(RegistryView registry) {
        this.registry = registry;
    }

    InstalledPrograms programs() {
        readAll(RegistryKey.machine(UNINSTALL));
        readAll(RegistryKey.machine32(UNINSTALL));
        Set<RegistryKey> ofUsers = new LinkedHashSet<>();
        Reading<List<String>> loaded = registry.users();
        note(loaded);
        loaded.orElse(List.of()).stream()
                .filter(UninstallKeys::isUser)
                .forEach(sid -> ofUsers.add(RegistryKey.user(sid, UNINSTALL)));
        UserProfiles people = UserProfiles.of(registry);
        people.unread().stream().filter(why -> !refused.contains(why)).forEach(refused::add);
        people.all().forEach(user -> ofUsers.add(user.key(UNINSTALL)));
        ofUsers.forEach(this::readAll);
        return new InstalledPrograms(List.copyOf(programs.values()), refused, odd);
    }

    /** HKU also holds each user's classes, and .DEFAULT, which is another name of S-1-5-18. */
    private static boolean isUser(String sid) {
        String upper = sid.toUpperCase(Locale.ROOT);
        return upper.startsWith("S-1-") && !upper.endsWith("_CLASSES") && !sid.contains("\\");
    }

    private void readAll(RegistryKey uninstall) {
        Reading<List<String>> entries = registry.subkeys(uninstall);
        note(entries);
        List<String> names = entries.orElse(List.of());
        names.stream().limit(MOST_ENTRIES).forEach(name -> readEntry(uninstall, name));
        if (names.size() > MOST_ENTRIES) {
            Message tried = Message.of("software.tried.read-entries", uninstall.toString(), names.size(), MOST_ENTRIES);
            refused.add(new WindowsError(tried, WindowsError.MORE_DATA, ""));
        }
    }

    private void readEntry(RegistryKey uninstall, String entry) {
        if (entry.isEmpty() || entry.contains("\\")) {
            return;
        }
        RegistryKey key = uninstall.child(entry);
        String name = name(key);
        if (!name.isEmpty()) {
            InstalledProgram program = new InstalledProgram(
                    name,
                    text(key, "DisplayVersion"),
                    text(key, "Publisher"),
                    installDate(key),
                    registry.lastWritten(key),
                    listing(key),
                    List.of(key));
            keep(program, text(key, "InstallLocation"));
        }
    }

    /** The same name, version and folder in another view or at another user is the same program. */
    private void keep(InstalledProgram program, String folder) {
        List<String> identity = List.of(fold(program.name()), fold(program.version()), fold(folder));
        programs.merge(identity, program, UninstallKeys::together);
    }

    private static InstalledProgram together(InstalledProgram first, InstalledProgram again) {
        List<RegistryKey> keys = new ArrayList<>(first.keys());
        keys.addAll(again.keys());
        boolean shown = again.listing() == Listing.PROGRAM;
        return new InstalledProgram(
                first.name(),
                first.version(),
                first.publisher().isEmpty() ? again.publisher() : first.publisher(),
                first.installed().isPresent() ? first.installed() : again.installed(),
                first.written(),
                shown ? Listing.PROGRAM : first.listing(),
                keys);
    }

    private String name(RegistryKey key) {
        Reading<RegistryValue> value = registry.value(key, "DisplayName");
        note(value);
        if (!(value instanceof Reading.Present<RegistryValue> present)) {
            return "";
        }
        String where = key + "!DisplayName";
        Reading<String> text = spoken(present.value(), where);
        if (text.isAbsent()) {
            odd.add(new Remark(where, Message.of("software.odd.no-text", typeName(present.value()))));
        }
        return text.orElse("");
    }

    private String text(RegistryKey key, String name) {
        Reading<RegistryValue> value = registry.value(key, name);
        note(value);
        return value.flatMap(v -> spoken(v, key + "!" + name)).orElse("");
    }

    /** The text of {@code value} as a person sees it; absent where it holds no text at all. */
    private Reading<String> spoken(RegistryValue value, String where) {
        String raw = value.text();
        boolean text = value.isText() || looksLikeText(value, raw);
        if (!text) {
            return Reading.absent();
        }
        if (value.type() != RegistryValue.SZ) {
            odd.add(new Remark(where, Message.of("software.odd.type", typeName(value))));
        }
        if (raw.length() > DisplayText.LONGEST) {
            odd.add(new Remark(where, Message.of("software.odd.long", raw.length(), DisplayText.LONGEST)));
        }
        if (goesOnAfterNul(value, raw)) {
            odd.add(new Remark(where, Message.of("software.odd.nul")));
        }
        return Reading.of(DisplayText.clean(DisplayText.unscrambled(raw)));
    }

    /** Some installers write names as REG_BINARY or REG_NONE; a name is letters, not whatever bytes happen to be there. */
    private static boolean looksLikeText(RegistryValue value, String raw) {
        boolean noNumber = value.type() == RegistryValue.BINARY || value.type() == RegistryValue.NONE;
        return noNumber
                && raw.length() > 1
                && raw.codePoints().allMatch(c -> Character.isDefined(c) && !Character.isISOControl(c));
    }

    private static boolean goesOnAfterNul(RegistryValue value, String raw) {
        if (value.type() == RegistryValue.MULTI_SZ) {
            return false;
        }
        byte[] bytes = value.bytes();
        int after = Math.min(bytes.length, 2 * (raw.length() + 1));
        return !Arrays.equals(bytes, after, bytes.length, new byte[bytes.length - after], 0, bytes.length - after);
    }

    private static String typeName(RegistryValue value) {
        return switch (value.type()) {
            case RegistryValue.NONE -> "REG_NONE";
            case RegistryValue.SZ -> "REG_SZ";
            case RegistryValue.EXPAND_SZ -> "REG_EXPAND_SZ";
            case RegistryValue.BINARY -> "REG_BINARY";
            case RegistryValue.DWORD -> "REG_DWORD";
            case RegistryValue.MULTI_SZ -> "REG_MULTI_SZ";
            case RegistryValue.QWORD -> "REG_QWORD";
            default -> "REG_" + Integer.toUnsignedString(value.type());
        };
    }

    private Listing listing(RegistryKey key) {
        boolean part = !text(key, "ParentKeyName").isEmpty()
                || !text(key, "ParentDisplayName").isEmpty();
        if (UPDATES.contains(fold(text(key, "ReleaseType")))) {
            return Listing.UPDATE;
        }
        if (part) {
            return Listing.COMPONENT;
        }
        boolean stuck = text(key, "UninstallString").isEmpty() && !isOn(key, "NoRemove");
        return stuck || isOn(key, "SystemComponent") ? Listing.HIDDEN : Listing.PROGRAM;
    }

    private boolean isOn(RegistryKey key, String name) {
        return registry.value(key, name)
                .map(value -> value.number().orElse(0) == 1
                        || (value.isText() && value.text().equals("1")))
                .orElse(false);
    }

    private Reading<LocalDate> installDate(RegistryKey key) {
        Matcher date = YEAR_FIRST.matcher(text(key, "InstallDate"));
        if (!date.matches()) {
            return Reading.absent();
        }
        try {
            return Reading.of(LocalDate.of(number(date, 1), number(date, 2), number(date, 3)));
        } catch (DateTimeException e) {
            return Reading.absent();
        }
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    private void note(Reading<?> answer) {
        if (answer instanceof Reading.Unreadable<?> unreadable) {
            refused.add(unreadable.why());
        }
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
