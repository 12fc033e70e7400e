package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.message.Secrets;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A registry value that held a secret is put back: the journal, which lies on the stick, has it sealed by this computer.
 *
 * @param sealed the bytes of the value as {@link io.fieldstick.windows.Sealing} seals them, in Base64
 */
public record RestoreSealedValue(
        RegistryKey key,
        String name,
        int type,
        String sealed,
        ValueSameness sameness,
        InForce inForce,
        Set<Announcement> announcements)
        implements Change {
    public RestoreSealedValue {
        announcements = Set.copyOf(announcements);
        Base64.getDecoder().decode(sealed);
    }

    /**
     * {@code restored}, or the same with its value sealed where that may hold a secret: a proxy's password, say.
     *
     * @throws io.fieldstick.windows.WindowsException where it could not be sealed: then what it is the undo of must not be made
     */
    static Change of(SetRegistryValue restored, WindowsView before) {
        if (!holdsSecret(restored.name(), restored.value())) {
            return restored;
        }
        byte[] sealed = orRefused(before.sealing().seal(restored.value().bytes()), restored.title())
                .orThrow()
                .orElse(new byte[0]);
        return new RestoreSealedValue(
                restored.key(),
                restored.name(),
                restored.value().type(),
                Base64.getEncoder().encodeToString(sealed),
                restored.sameness(),
                restored.inForce(),
                restored.announcements());
    }

    /** Bytes that are no text may have one in them, as the connection settings of WinINET have the proxy's address. */
    private static boolean holdsSecret(String name, RegistryValue value) {
        byte[] bytes = value.bytes();
        boolean blank = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .isBlank();
        return (value.isText() && !blank && Secrets.isNamedBy(name))
                || !Secrets.in(bytes).isEmpty();
    }

    private static <T> Reading<T> orRefused(Reading<T> reading, Message tried) {
        return reading.isAbsent()
                ? Reading.unreadable(new WindowsError(tried, WindowsError.NOT_SUPPORTED, ""))
                : reading;
    }

    private Reading<SetRegistryValue> restoring(WindowsView windows) {
        return orRefused(windows.sealing().open(Base64.getDecoder().decode(sealed)), title())
                .map(bytes -> new SetRegistryValue(
                        key, name, RegistryValue.raw(type, bytes), sameness, inForce, announcements));
    }

    @Override
    public Message title() {
        return Message.of("setting.change.restore-sealed-value", key, RegistryValue.shownName(name));
    }

    @Override
    public void makeOn(Windows windows) {
        restoring(windows).orThrow().map(set -> {
            set.makeOn(windows);
            return set;
        });
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        return restoring(before).orThrow().map(set -> set.undoFrom(before)).orElse(new Undo.By(List.of()));
    }

    @Override
    public Optional<String> user() {
        return key.user();
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return restoring(windows).flatMap(set -> set.isMadeOn(windows));
    }
}
