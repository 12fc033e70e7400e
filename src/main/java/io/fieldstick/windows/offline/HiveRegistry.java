package io.fieldstick.windows.offline;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryAddress;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.offline.hive.Hive;
import io.fieldstick.windows.offline.hive.HiveKey;
import io.fieldstick.windows.offline.hive.HiveValue;
import io.fieldstick.windows.offline.hive.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;

/** A registry made of hive files: what Windows adds when it runs (views, control set, users' classes) is added here. */
public final class HiveRegistry implements RegistryView {
    private static final String SOFTWARE = "SOFTWARE";
    private static final String SYSTEM = "SYSTEM";
    private static final String WOW = "WOW6432Node";
    private static final String CURRENT = "CurrentControlSet";
    private static final String CLASSES_ENDING = "_Classes";
    private static final String USER_SOFTWARE = "Software";
    private static final String USER_CLASSES = "Software\\Classes";

    private final OpenHives hives;

    HiveRegistry(List<Mount> mounts) {
        this.hives = new OpenHives(mounts);
    }

    @Override
    public Reading<RegistryValue> value(RegistryKey key, String name) {
        Reading<RegistryValue> value =
                key(key).flatMap(found -> found.value(name)).flatMap(HiveValue::read);
        return explained(value, Tried.readValue(key, name));
    }

    @Override
    public Reading<List<String>> valueNames(RegistryKey key) {
        Reading<List<String>> names = key(key).flatMap(found -> names(found, found.values(), HiveValue::name));
        return explained(names, Tried.readKey(key));
    }

    @Override
    public Reading<List<String>> subkeys(RegistryKey key) {
        Reading<List<String>> names = key(key).flatMap(found -> names(found, found.subkeys(), HiveKey::name));
        return explained(names, Tried.readKey(key)).map(list -> withLinks(key, list));
    }

    @Override
    public Reading<Instant> lastWritten(RegistryKey key) {
        return explained(key(key).flatMap(HiveKey::lastWritten), Tried.readKey(key));
    }

    @Override
    public Reading<List<String>> users() {
        return Reading.of(hives.names(RegistryKey.Root.USERS).stream()
                .filter(name -> !name.endsWith(CLASSES_ENDING)
                        && !name.endsWith(".bak")
                        && !name.equals(RegistryKey.DEFAULT_USER))
                .toList());
    }

    /** What is to be said of each hive file that was read up to now. */
    public List<HiveReport> reports() {
        return hives.reports();
    }

    /** Reads the hive of {@code user} anew when it is asked for next. */
    void forget(String user) {
        hives.forget(RegistryKey.Root.USERS, user);
    }

    /** Adds mounts that became known by reading this registry. */
    void mount(List<Mount> more) {
        hives.mount(more);
    }

    private Reading<HiveKey> key(RegistryKey asked) {
        String path = address(asked);
        String name = head(path);
        String below = tail(path);
        if (asked.root() == RegistryKey.Root.MACHINE && !hives.has(asked.root(), name)) {
            // HARDWARE and the like are made by a running Windows; SAM and SECURITY are nobody's business here.
            return OfflineMachine.unknown(Tried.readKey(asked));
        }
        if (asked.root() == RegistryKey.Root.MACHINE) {
            return hives.hive(asked.root(), name)
                    .flatMap(hive -> name.equalsIgnoreCase(SYSTEM) ? inSystem(hive, below) : hive.key(below));
        }
        String classes = name + CLASSES_ENDING;
        if (WindowsPath.isAtOrBelow(below, USER_CLASSES) && hives.has(asked.root(), classes)) {
            String inClasses = tail(tail(below));
            return hives.hive(asked.root(), classes).flatMap(hive -> hive.key(inClasses));
        }
        return hives.hive(asked.root(), name).flatMap(hive -> hive.key(below));
    }

    /** Where the key lies; a 32-bit Windows has one view only. */
    private String address(RegistryKey asked) {
        boolean oneView = asked.view() == RegistryKey.View.BITS_32
                && hives.hive(RegistryKey.Root.MACHINE, SOFTWARE)
                        .flatMap(hive -> hive.key(WOW))
                        .isAbsent()
                && hives.has(RegistryKey.Root.MACHINE, SOFTWARE);
        return RegistryAddress.of(
                oneView ? new RegistryKey(asked.root(), asked.path(), RegistryKey.View.BITS_64) : asked);
    }

    /**
     * CurrentControlSet is a link that Windows makes when it starts; the number of the set it leads to stands in {@code
     * Select\Current} (MS docs: "HKEY_LOCAL_MACHINE\SYSTEM\Select").
     */
    private static Reading<HiveKey> inSystem(Hive hive, String below) {
        if (!head(below).equalsIgnoreCase(CURRENT)) {
            return hive.key(below);
        }
        return hive.key("Select")
                .flatMap(select -> select.value("Current"))
                .flatMap(HiveValue::read)
                .flatMap(current -> controlSet(current.number()))
                .flatMap(set -> hive.key(tail(below).isEmpty() ? set : set + "\\" + tail(below)));
    }

    private static Reading<String> controlSet(OptionalInt number) {
        return number.isPresent()
                ? Reading.of(String.format(Locale.ROOT, "ControlSet%03d", number.getAsInt()))
                : Reading.absent();
    }

    private List<String> withLinks(RegistryKey key, List<String> names) {
        boolean system = key.root() == RegistryKey.Root.MACHINE && key.path().equalsIgnoreCase(SYSTEM);
        boolean software = key.root() == RegistryKey.Root.USERS
                && tail(key.path()).equalsIgnoreCase(USER_SOFTWARE)
                && hives.has(key.root(), head(key.path()) + CLASSES_ENDING);
        String link = system ? CURRENT : software ? "Classes" : "";
        if (link.isEmpty() || names.stream().anyMatch(link::equalsIgnoreCase)) {
            return names;
        }
        List<String> all = new ArrayList<>(names);
        all.add(link);
        return all;
    }

    /** What could be read; unreadable where that is nothing although something should be there. */
    private static <T> Reading<List<String>> names(HiveKey key, Listing<T> listing, Function<T, String> name) {
        return listing.items().isEmpty() && !listing.isWhole()
                ? key.unreadable(listing.problems().get(0))
                : Reading.of(listing.items().stream().map(name).toList());
    }

    private static <T> Reading<T> explained(Reading<T> reading, Message tried) {
        if (reading instanceof Reading.Unreadable<T> unreadable
                && unreadable.why().code() == Hive.ERROR_REGISTRY_CORRUPT) {
            WindowsError why = unreadable.why();
            return Reading.unreadable(new WindowsError(
                    Message.of("hive.tried.read-damaged", tried, why.tried()), why.code(), why.text()));
        }
        return reading;
    }

    private static String head(String path) {
        int cut = path.indexOf('\\');
        return cut < 0 ? path : path.substring(0, cut);
    }

    private static String tail(String path) {
        int cut = path.indexOf('\\');
        return cut < 0 ? "" : path.substring(cut + 1);
    }
}
