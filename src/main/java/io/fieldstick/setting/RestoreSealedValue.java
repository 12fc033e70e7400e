package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.message.Secrets;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsView;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
     * @throws WindowsException where it could not be sealed: then what it is the undo of must not be made
     */
    static Change of(SetRegistryValue restored, WindowsView before) {
        if (!holdsSecret(restored.name(), restored.value())) {
            return restored;
        }
        byte[] sealed = present(before.sealing().seal(restored.value().bytes()), restored.title());
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

    private static <T> T present(Reading<T> reading, Message tried) {
        if (reading.orThrow() instanceof Reading.Present<T> present) {
            return present.value();
        }
        throw new WindowsException(notSupported(tried));
    }

    private static WindowsError notSupported(Message tried) {
        return new WindowsError(tried, WindowsError.NOT_SUPPORTED, "");
    }

    private Reading<byte[]> opened(WindowsView windows) {
        return windows.sealing().open(Base64.getDecoder().decode(sealed));
    }

    private SetRegistryValue restoring(byte[] bytes) {
        return new SetRegistryValue(key, name, RegistryValue.raw(type, bytes), sameness, inForce, announcements);
    }

    @Override
    public Message title() {
        return Message.of("setting.change.restore-sealed-value", key, RegistryValue.shownName(name));
    }

    @Override
    public void makeOn(Windows windows) {
        restoring(present(opened(windows), title())).makeOn(windows);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        return restoring(present(opened(before), title())).undoFrom(before);
    }

    @Override
    public Optional<String> user() {
        return key.user();
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        Reading<byte[]> bytes = opened(windows);
        return bytes.isAbsent()
                ? Reading.unreadable(notSupported(title()))
                : bytes.flatMap(there -> restoring(there).isMadeOn(windows));
    }
}
