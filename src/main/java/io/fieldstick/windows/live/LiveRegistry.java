package io.fieldstick.windows.live;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileTime;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Registry;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** The registry of the running Windows; the view is named in every call, and bytes go in and out as they are. */
final class LiveRegistry implements Registry {
    /** The predefined handles of winreg.h, sign-extended. */
    private static final long LOCAL_MACHINE = 0xFFFFFFFF80000002L;

    static final long USERS = 0xFFFFFFFF80000003L;

    private static final int KEY_READ = 0x20019;
    private static final int KEY_SET_VALUE = 0x2;
    private static final int KEY_WOW64_64KEY = 0x100;
    private static final int KEY_WOW64_32KEY = 0x200;

    /** MS docs: registry element size limits; each and one for the NUL. */
    private static final int LONGEST_KEY_NAME = 256;

    private static final int LONGEST_VALUE_NAME = 16384;
    private static final int FIRST_BUFFER = 1024;

    /** Windows's own are a thousand times smaller; a user can write larger ones, and this program must not end by them. */
    private static final int LARGEST_VALUE = 16 << 20;

    @Override
    public Reading<RegistryValue> value(RegistryKey key, String name) {
        Message tried = Tried.readValue(key, name);
        return withKey(key, tried, handle -> query(handle, name, tried));
    }

    @Override
    public Reading<List<String>> valueNames(RegistryKey key) {
        Message tried = Tried.readKey(key);
        return withKey(
                key,
                tried,
                handle -> names(
                        LONGEST_VALUE_NAME,
                        tried,
                        (index, name, length) ->
                                Advapi32.RegEnumValueW(handle, index, name, length, null, null, null, null)));
    }

    @Override
    public Reading<List<String>> subkeys(RegistryKey key) {
        Message tried = Tried.readKey(key);
        return withKey(key, tried, handle -> subkeys(handle, tried));
    }

    @Override
    public Reading<Instant> lastWritten(RegistryKey key) {
        Message tried = Tried.readKey(key);
        return withKey(key, tried, handle -> lastWritten(handle, tried));
    }

    @Override
    public Reading<List<String>> users() {
        return subkeys(USERS, Tried.listUsers())
                .map(names -> names.stream()
                        .filter(name -> !name.endsWith("_Classes"))
                        .toList());
    }

    @Override
    public void set(RegistryKey key, String name, RegistryValue value) {
        Message tried = Tried.setValue(key, name);
        List<RegistryKey> missing = missing(key);
        long handle = create(key, tried);
        byte[] bytes = value.bytes();
        int code =
                Advapi32.RegSetValueExW(handle, Wide.of(name), 0, value.type(), withoutNulBehind(bytes), bytes.length);
        Advapi32.RegCloseKey(handle);
        if (code != 0) {
            missing.forEach(LiveRegistry::delete);
        }
        Refusal.check(tried, code);
    }

    @Override
    public void deleteValue(RegistryKey key, String name) {
        long[] handle = new long[1];
        int code = open(key, KEY_SET_VALUE, handle);
        if (code == 0) {
            code = Advapi32.RegDeleteValueW(handle[0], Wide.of(name));
            Advapi32.RegCloseKey(handle[0]);
        }
        Refusal.check(Tried.deleteValue(key, name), unlessAbsent(code));
    }

    @Override
    public void createKey(RegistryKey key) {
        Advapi32.RegCloseKey(create(key, Tried.createKey(key)));
    }

    @Override
    public void deleteKey(RegistryKey key) {
        Refusal.check(Tried.deleteKey(key), unlessAbsent(delete(key)));
    }

    private static Reading<RegistryValue> query(long handle, String name, Message tried) {
        char[] wideName = Wide.of(name);
        int[] type = new int[1];
        byte[] bytes = new byte[FIRST_BUFFER];
        int[] length = {bytes.length};
        int code = Advapi32.RegQueryValueExW(handle, wideName, null, type, bytes, length);
        // The value may grow between two calls, so the second size need not be the last.
        while (code == WindowsError.MORE_DATA && length[0] > bytes.length && length[0] <= LARGEST_VALUE) {
            bytes = new byte[length[0]];
            code = Advapi32.RegQueryValueExW(handle, wideName, null, type, bytes, length);
        }
        return code == 0
                ? Reading.of(RegistryValue.raw(type[0], Arrays.copyOf(bytes, length[0])))
                : Refusal.reading(tried, code);
    }

    private static Reading<List<String>> subkeys(long handle, Message tried) {
        return names(
                LONGEST_KEY_NAME,
                tried,
                (index, name, length) -> Advapi32.RegEnumKeyExW(handle, index, name, length, null, null, null, null));
    }

    private static Reading<Instant> lastWritten(long handle, Message tried) {
        long[] written = new long[1];
        int code =
                Advapi32.RegQueryInfoKeyW(handle, null, null, null, null, null, null, null, null, null, null, written);
        if (code != 0) {
            return Refusal.reading(tried, code);
        }
        return written[0] == 0 ? Reading.absent() : Reading.of(FileTime.instant(written[0]));
    }

    private static Reading<List<String>> names(int longest, Message tried, Enumeration enumeration) {
        List<String> names = new ArrayList<>();
        char[] name = new char[longest];
        int[] length = {longest};
        int code = enumeration.next(0, name, length);
        while (code == 0) {
            names.add(new String(name, 0, length[0]));
            length[0] = longest;
            code = enumeration.next(names.size(), name, length);
        }
        return code == Refusal.NO_MORE_ITEMS ? Reading.of(names) : Refusal.reading(tried, code);
    }

    private static <T> Reading<T> withKey(RegistryKey key, Message tried, LongFunction<Reading<T>> question) {
        long[] handle = new long[1];
        int code = open(key, KEY_READ, handle);
        if (code != 0) {
            return Refusal.reading(tried, code);
        }
        try {
            return question.apply(handle[0]);
        } finally {
            Advapi32.RegCloseKey(handle[0]);
        }
    }

    private static int open(RegistryKey key, int access, long[] handle) {
        return Advapi32.RegOpenKeyExW(root(key), Wide.of(key.path()), 0, access | view(key), handle);
    }

    private static long create(RegistryKey key, Message tried) {
        long[] handle = new long[1];
        int code = Advapi32.RegCreateKeyExW(
                root(key), Wide.of(key.path()), 0, null, 0, KEY_SET_VALUE | view(key), null, handle, new int[1]);
        Refusal.check(tried, code);
        return handle[0];
    }

    private static int delete(RegistryKey key) {
        return Advapi32.RegDeleteKeyExW(root(key), Wide.of(key.path()), view(key), 0);
    }

    /** {@code key} and those above it that do not exist, from the leaf up: what a refused write has to take back. */
    private List<RegistryKey> missing(RegistryKey key) {
        List<RegistryKey> missing = new ArrayList<>();
        Optional<RegistryKey> next = Optional.of(key);
        while (next.isPresent() && exists(next.get()).equals(Reading.of(false))) {
            missing.add(next.get());
            next = next.get().parent();
        }
        return missing;
    }

    /**
     * {@code bytes} with something other than NUL behind: RegSetValueExW looks behind the end of an unterminated string
     * and takes a NUL it finds there along, so that undo would not restore the exact bytes.
     */
    private static byte[] withoutNulBehind(byte[] bytes) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 2);
        Arrays.fill(longer, bytes.length, longer.length, (byte) 0xFF);
        return longer;
    }

    private static int unlessAbsent(int code) {
        return code == WindowsError.FILE_NOT_FOUND || code == WindowsError.PATH_NOT_FOUND ? 0 : code;
    }

    private static long root(RegistryKey key) {
        return key.root() == RegistryKey.Root.MACHINE ? LOCAL_MACHINE : USERS;
    }

    private static int view(RegistryKey key) {
        return key.view() == RegistryKey.View.BITS_64 ? KEY_WOW64_64KEY : KEY_WOW64_32KEY;
    }

    /** RegEnumKeyEx or RegEnumValue on one key: fills the name and its length, and answers an error code. */
    private interface Enumeration {
        int next(int index, char[] name, int[] length);
    }
}
