package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A registry value is deleted; its key stays. */
public record DeleteRegistryValue(RegistryKey key, String name, InForce inForce, Set<Announcement> announcements)
        implements Change {
    public DeleteRegistryValue {
        announcements = Set.copyOf(announcements);
    }

    /** In force now. */
    public DeleteRegistryValue(RegistryKey key, String name, Set<Announcement> announcements) {
        this(key, name, InForce.NOW, announcements);
    }

    @Override
    public Message title() {
        return Message.of("setting.change.delete-registry-value", key, RegistryValue.shownName(name));
    }

    @Override
    public void makeOn(Windows windows) {
        windows.registry().deleteValue(key, name);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        Reading<RegistryValue> previous = before.registry().value(key, name).orThrow();
        if (previous instanceof Reading.Present<RegistryValue> present) {
            SetRegistryValue restored =
                    new SetRegistryValue(key, name, present.value(), ValueSameness.BYTES, inForce, announcements);
            return new Undo.By(List.of(RestoreSealedValue.of(restored, before)));
        }
        return new Undo.By(List.of());
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
        return there.map(found -> false).ifAbsent(true);
    }
}
