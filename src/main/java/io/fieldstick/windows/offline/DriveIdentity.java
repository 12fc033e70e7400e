package io.fieldstick.windows.offline;

import io.fieldstick.message.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * What a Windows remembers a drive letter's volume by, from {@code HKLM\SYSTEM\MountedDevices} (libyal winreg-kb, "Mounted
 * devices").
 */
sealed interface DriveIdentity {

    /** A partition of an MBR disk: the disk's signature, and the byte where the partition begins. */
    record Mbr(int signature, long offset) implements DriveIdentity {}

    /** A partition of a GPT disk, by its own GUID. */
    record Gpt(UUID partition) implements DriveIdentity {}

    /** A removable device by its path, or bytes of another form. */
    record Other(String device) implements DriveIdentity {}

    byte[] GPT_PREFIX = "DMIO:ID:".getBytes(StandardCharsets.US_ASCII);

    int MBR_LENGTH = 12;

    int GPT_LENGTH = 24;

    static DriveIdentity of(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        if (stored.length == MBR_LENGTH) {
            return new Mbr(bytes.getInt(0), bytes.getLong(4));
        }
        if (stored.length == GPT_LENGTH && ByteBuffer.wrap(stored, 0, 8).equals(ByteBuffer.wrap(GPT_PREFIX))) {
            return new Gpt(guid(bytes.position(8)));
        }
        return new Other(new String(stored, 0, stored.length & ~1, StandardCharsets.UTF_16LE));
    }

    /** It in words. */
    default Message words() {
        if (this instanceof Mbr mbr) {
            return Message.of("hive.drive.mbr", String.format(Locale.ROOT, "%08X", mbr.signature()), mbr.offset());
        }
        if (this instanceof Gpt gpt) {
            return Message.of("hive.drive.gpt", "{" + gpt.partition().toString().toUpperCase(Locale.ROOT) + "}");
        }
        return Message.of("hive.drive.other", ((Other) this).device());
    }

    /** A GUID as Windows stores it: the first three fields little-endian. */
    private static UUID guid(ByteBuffer bytes) {
        long high = Integer.toUnsignedLong(bytes.getInt()) << 32
                | Short.toUnsignedLong(bytes.getShort()) << 16
                | Short.toUnsignedLong(bytes.getShort());
        return new UUID(high, bytes.order(ByteOrder.BIG_ENDIAN).getLong());
    }
}
