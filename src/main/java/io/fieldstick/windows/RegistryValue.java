package io.fieldstick.windows;

import io.fieldstick.message.Secrets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.StringJoiner;

/**
 * A registry value as it is stored: its type number and its raw bytes, so that undo restores both exactly.
 *
 * <p>The readers ({@link #text()}, {@link #number()} ...) never trust the bytes to fit the type: anybody may have
 * written anything.
 */
public final class RegistryValue {
    public static final int NONE = 0;
    public static final int SZ = 1;
    public static final int EXPAND_SZ = 2;
    public static final int BINARY = 3;
    public static final int DWORD = 4;
    public static final int MULTI_SZ = 7;
    public static final int QWORD = 11;

    private static final int MOST_SHOWN = 32;
    private static final int MOST_SEARCHED = 1024;

    private final int type;
    private final byte[] bytes;

    private RegistryValue(int type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** A value of any type by its raw bytes, which are copied. */
    public static RegistryValue raw(int type, byte[] bytes) {
        return new RegistryValue(type, bytes.clone());
    }

    /** A REG_SZ, stored as UTF-16LE with one terminating NUL. */
    public static RegistryValue sz(String text) {
        return new RegistryValue(SZ, (text + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    /** A REG_EXPAND_SZ, stored as UTF-16LE with one terminating NUL. */
    public static RegistryValue expandSz(String text) {
        return new RegistryValue(EXPAND_SZ, (text + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    /** A REG_DWORD of the 32 bits of {@code number}. */
    public static RegistryValue dword(int number) {
        return new RegistryValue(
                DWORD,
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(number)
                        .array());
    }

    /** A REG_QWORD of the 64 bits of {@code number}. */
    public static RegistryValue qword(long number) {
        return new RegistryValue(
                QWORD,
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(number)
                        .array());
    }

    /** A REG_BINARY of a copy of {@code bytes}. */
    public static RegistryValue binary(byte[] bytes) {
        return raw(BINARY, bytes);
    }

    /** A REG_MULTI_SZ of {@code texts}, each NUL-terminated, with the closing NUL. */
    public static RegistryValue multiSz(List<String> texts) {
        StringBuilder joined = new StringBuilder();
        texts.forEach(text -> joined.append(text).append('\0'));
        return new RegistryValue(MULTI_SZ, joined.append('\0').toString().getBytes(StandardCharsets.UTF_16LE));
    }

    /** A value's name as the Registry Editor shows it: the default value has none. */
    public static String shownName(String name) {
        return name.isEmpty() ? "(Default)" : name;
    }

    public int type() {
        return type;
    }

    /** A copy of the raw bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether the type is one of the three kinds of text. */
    public boolean isText() {
        return type == SZ || type == EXPAND_SZ || type == MULTI_SZ;
    }

    /** The text up to its first NUL, read as UTF-16LE whatever the type says; an odd last byte is dropped. */
    public String text() {
        String whole = wholeText();
        int end = whole.indexOf('\0');
        return end < 0 ? whole : whole.substring(0, end);
    }

    /**
     * The texts of a REG_MULTI_SZ, empty ones in the middle included: PendingFileRenameOperations has them
     * (an empty name there means: delete; MS docs: MoveFileEx).
     */
    public List<String> texts() {
        String whole = wholeText();
        int end = whole.length();
        while (end > 0 && whole.charAt(end - 1) == '\0') {
            end--;
        }
        if (end == 0) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        int from = 0;
        for (int nul = whole.indexOf('\0'); nul >= 0 && nul < end; nul = whole.indexOf('\0', from)) {
            texts.add(whole.substring(from, nul));
            from = nul + 1;
        }
        texts.add(whole.substring(from, end));
        return texts;
    }

    /** The number of a REG_DWORD, or of a 4-byte REG_BINARY (MS docs: shell/autoplay-reg); empty for anything else. */
    public OptionalInt number() {
        boolean fourBytes = (type == DWORD || type == BINARY) && bytes.length == 4;
        return fourBytes
                ? OptionalInt.of(
                        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt())
                : OptionalInt.empty();
    }

    private String wholeText() {
        return new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16LE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistryValue value && type == value.type && Arrays.equals(bytes, value.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * type + Arrays.hashCode(bytes);
    }

    /** The value as a person reads it: the text, the number in decimal, or the bytes in hexadecimal (at most 32). */
    @Override
    public String toString() {
        if (type == MULTI_SZ) {
            return String.join("; ", texts());
        }
        if (isText()) {
            return text();
        }
        if (number().isPresent() && type == DWORD) {
            return Integer.toUnsignedString(number().getAsInt());
        }
        if (type == QWORD && bytes.length == Long.BYTES) {
            return Long.toUnsignedString(
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong());
        }
        return bytes.length > MOST_SHOWN ? hex() + " ... (" + bytes.length + " bytes)" : hex();
    }

    /** Bytes of a secret among them, as of a password in the address of a proxy, are stars. */
    private String hex() {
        BitSet secret = Secrets.in(Arrays.copyOf(bytes, Math.min(bytes.length, MOST_SEARCHED)));
        StringJoiner hex = new StringJoiner(" ");
        for (int i = 0; i < Math.min(bytes.length, MOST_SHOWN); i++) {
            hex.add(secret.get(i) ? "**" : HexFormat.of().toHexDigits(bytes[i]));
        }
        return hex.toString();
    }
}
