package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A registry value is set; its key, and those above it, are created where missing.
 *
 * @param sameness when the value there counts as this one
 */
public record SetRegistryValue(
        RegistryKey key,
        String name,
        RegistryValue value,
        ValueSameness sameness,
        InForce inForce,
        Set<Announcement> announcements)
        implements Change {
    public SetRegistryValue {
        announcements = Set.copyOf(announcements);
    }

    /** In force now, with nobody to tell, and the same only where every byte is. */
    public SetRegistryValue(RegistryKey key, String name, RegistryValue value) {
        this(key, name, value, ValueSameness.BYTES, InForce.NOW, Set.of());
    }

    @Override
    public Message title() {
        return Message.of("setting.change.set-registry-value", key, RegistryValue.shownName(name), value);
    }

    @Override
    public void makeOn(Windows windows) {
        windows.registry().set(key, name, value);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        Reading<RegistryValue> previous = before.registry().value(key, name).orThrow();
        if (previous instanceof Reading.Present<RegistryValue> present) {
            SetRegistryValue restored =
                    new SetRegistryValue(key, name, present.value(), sameness, inForce, announcements);
            return new Undo.By(List.of(RestoreSealedValue.of(restored, before)));
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new DeleteRegistryValue(key, name, inForce, announcements));
        missingKeys(before).forEach(missing -> changes.add(new DeleteEmptyRegistryKey(missing)));
        return new Undo.By(changes);
    }

    /** The keys that this change creates, leaf first. */
    private List<RegistryKey> missingKeys(WindowsView before) {
        List<RegistryKey> missing = new ArrayList<>();
        Optional<RegistryKey> next = Optional.of(key);
        while (next.isPresent() && !before.registry().exists(next.get()).orElse(true)) {
            missing.add(next.get());
            next = next.get().parent();
        }
        return missing;
    }

    @Override
    public Optional<String> user() {
        return key.user();
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return isMadeOf(windows.registry().value(key, name));
    }

    /** Whether what was read there is as this change leaves it. */
    Reading<Boolean> isMadeOf(Reading<RegistryValue> there) {
        return there.map(found -> sameness.same(found, value)).ifAbsent(false);
    }
}
