package io.fieldstick.setting;

import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The registry values that a setting consists of: what each should be, as the change that makes it so, and what it is.
 */
public record RegistryState(List<Entry> entries) {

    /**
     * One value: the change that would make it as desired, where it is, what is there, and whether that will do.
     *
     * @param written when its key was last written
     */
    record Entry(
            Change desired,
            String where,
            Reading<RegistryValue> actual,
            Reading<Instant> written,
            Reading<Boolean> made) {}

    public RegistryState {
        entries = List.copyOf(entries);
    }

    /** Reads the value that each of {@code desired} is about; changes of any other kind have no value and are refused. */
    public static RegistryState read(WindowsView windows, List<Change> desired) {
        return new RegistryState(
                desired.stream().map(change -> entry(windows, change)).toList());
    }

    private static Entry entry(WindowsView windows, Change change) {
        if (change instanceof SetRegistryValue set) {
            return entry(windows, change, set.key(), set.name(), set::isMadeOf);
        }
        if (change instanceof DeleteRegistryValue delete) {
            return entry(windows, change, delete.key(), delete.name(), delete::isMadeOf);
        }
        throw new IllegalArgumentException("no registry value: " + change);
    }

    /** It is read once: asking the change whether it is made would ask Windows again. */
    private static Entry entry(
            WindowsView windows,
            Change change,
            RegistryKey key,
            String name,
            Function<Reading<RegistryValue>, Reading<Boolean>> isMade) {
        Reading<RegistryValue> actual = windows.registry().value(key, name);
        String where = key + "!" + RegistryValue.shownName(name);
        return new Entry(change, where, actual, windows.registry().lastWritten(key), isMade.apply(actual));
    }

    /** What leads from the actual values to the desired ones; values that cannot be read are left alone. */
    public List<Change> changes() {
        return entries.stream()
                .filter(entry -> entry.made().equals(Reading.of(false)))
                .map(Entry::desired)
                .toList();
    }

    /** Each value where it was read; absent ones are shown as a dash. */
    public List<Evidence> evidence() {
        return entries.stream()
                .map(entry -> new Evidence(
                                entry.where(),
                                entry.actual()
                                        .map(RegistryValue::toString)
                                        .orElse(entry.actual().isAbsent() ? "-" : "?"))
                        .since(entry.written()))
                .toList();
    }

    /** Why values could not be read. */
    public List<WindowsError> unreadable() {
        List<WindowsError> errors = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.made() instanceof Reading.Unreadable<Boolean> unreadable) {
                errors.add(unreadable.why());
            }
        }
        return errors;
    }
}
