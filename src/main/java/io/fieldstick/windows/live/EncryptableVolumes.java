package io.fieldstick.windows.live;

import com.sun.jna.platform.win32.COM.COMException;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiQuery;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiResult;
import io.fieldstick.windows.Disks.BitLocker;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** BitLocker's volumes, by WMI: the class Win32_EncryptableVolume (MS docs: win32, SecProv). */
final class EncryptableVolumes {
    private static final String NAMESPACE = "ROOT\\CIMV2\\Security\\MicrosoftVolumeEncryption";
    private static final String CLASS = "Win32_EncryptableVolume";
    private static final int MILLISECONDS = 10_000;

    /** ERROR_TIMEOUT of winerror.h. */
    private static final int TIMED_OUT = 1460;

    /** WBEM_E_INVALID_NAMESPACE, WBEM_E_INVALID_CLASS, WBEM_E_NOT_FOUND, REGDB_E_CLASSNOTREG: no BitLocker, or no WMI. */
    private static final Set<Integer> NO_BITLOCKER = Set.of(0x8004100E, 0x80041010, 0x80041002, 0x80040154);

    /** COINIT_MULTITHREADED of objbase.h. */
    private static final int MULTITHREADED = 0;

    /** The properties asked for, named as WMI names them; ConversionStatus is one since Windows 10 only. */
    private enum Property {
        DRIVELETTER,
        PROTECTIONSTATUS
    }

    private enum PropertyOf10 {
        DRIVELETTER,
        CONVERSIONSTATUS
    }

    private EncryptableVolumes() {}

    /** The state of the volume with {@code letter}; absent where this Windows knows no such thing. */
    static Reading<BitLocker> of(char letter) {
        int initialized = Ole32.CoInitializeEx(null, MULTITHREADED);
        try {
            return ask(letter);
        } catch (COMException e) {
            int code = e.getHresult() == null ? TIMED_OUT : e.getHresult().intValue();
            return NO_BITLOCKER.contains(code)
                    ? Reading.absent()
                    : Reading.unreadable(Refusal.of(Tried.askBitLocker(letter + ":"), code));
        } catch (TimeoutException e) {
            return Reading.unreadable(Refusal.of(Tried.askBitLocker(letter + ":"), TIMED_OUT));
        } finally {
            if (initialized >= 0) {
                Ole32.CoUninitialize();
            }
        }
    }

    private static Reading<BitLocker> ask(char letter) throws TimeoutException {
        OptionalInt protection = number(Property.class, Property.DRIVELETTER, Property.PROTECTIONSTATUS, letter);
        if (protection.isEmpty()) {
            return Reading.absent();
        }
        return Reading.of(new BitLocker(protection.getAsInt(), conversion(letter)));
    }

    private static OptionalInt conversion(char letter) throws TimeoutException {
        try {
            return number(PropertyOf10.class, PropertyOf10.DRIVELETTER, PropertyOf10.CONVERSIONSTATUS, letter);
        } catch (COMException e) {
            // Before Windows 10 the class has no such property, and the whole question is refused.
            return OptionalInt.empty();
        }
    }

    private static <T extends Enum<T>> OptionalInt number(Class<T> properties, T name, T value, char letter)
            throws TimeoutException {
        WmiResult<T> rows = new WmiQuery<>(NAMESPACE, CLASS, properties).execute(MILLISECONDS);
        for (int row = 0; row < rows.getResultCount(); row++) {
            boolean same = (letter + ":").equals(rows.getValue(name, row));
            if (same && rows.getValue(value, row) instanceof Number number) {
                return OptionalInt.of(number.intValue());
            }
        }
        return OptionalInt.empty();
    }
}
