package io.fieldstick.audit.disk;

import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Reading.Present;
import io.fieldstick.windows.Sectors;
import io.fieldstick.windows.offline.ImageSectors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * Images of disks and volumes, made by other people's tools or, where there are none, by hand after the documented layouts.
 *
 * <p>Each is made once in a run and never changed; {@link #changed} makes a changed copy.
 */
public final class DiskImages {
    public static final int MIB = 1 << 20;

    private static final Path FOLDER = folder();
    private static final Map<String, Path> MADE = new TreeMap<>();

    private DiskImages() {}

    public static Path ntfs() {
        return made("ntfs.img", 16 * MIB, "mkntfs", "-F", "-Q", "-q");
    }

    public static Path ntfsWith4096ByteSectors() {
        return made("ntfs-4096.img", 32 * MIB, "mkntfs", "-F", "-Q", "-q", "-s", "4096");
    }

    public static Path fat12() {
        return made("fat12.img", 1_474_560, "mkfs.fat", "-F", "12");
    }

    public static Path fat16() {
        return made("fat16.img", 16 * MIB, "mkfs.fat", "-F", "16");
    }

    public static Path fat32() {
        return made("fat32.img", 48 * MIB, "mkfs.fat", "-F", "32", "-s", "1");
    }

    public static Path exFat() {
        return made("exfat.img", 16 * MIB, "mkfs.exfat");
    }

    public static Path ext(int version) {
        return made("ext" + version + ".img", 16 * MIB, "mkfs.ext" + version, "-q", "-F");
    }

    public static Path xfs() {
        return made("xfs.img", 300L * MIB, "mkfs.xfs", "-q");
    }

    public static Path btrfs() {
        return made("btrfs.img", 110L * MIB, "mkfs.btrfs", "-q");
    }

    public static Path swap() {
        return made("swap.img", 4 * MIB, "mkswap");
    }

    public static Path luks(int version) {
        return makeOnce("luks" + version + ".img", 32 * MIB, image -> {
            Path key = write("luks-key", "a key for a test".getBytes(StandardCharsets.US_ASCII));
            run(
                    "cryptsetup",
                    "luksFormat",
                    "--batch-mode",
                    "--type=luks" + version,
                    "--pbkdf=pbkdf2",
                    "--pbkdf-force-iterations=1000",
                    "--key-file=" + key,
                    image.toString());
            return image;
        });
    }

    /** An LVM physical volume's label in its second sector (util-linux, libblkid lvm.c): pvcreate takes devices only. */
    public static Path lvm() {
        return byHand("lvm.img", 4 * MIB, Map.of(0x200, ascii("LABELONE"), 0x218, ascii("LVM2 001")));
    }

    /** libyal/libbde: the volume header of Windows Vista. */
    public static Path bitLockerVista() {
        return byHand(
                "bitlocker-vista.img", 4 * MIB, Map.of(0, bytes("eb5290"), 3, ascii("-FVE-FS-"), 510, bytes("55aa")));
    }

    /** libyal/libbde: the volume header of Windows 7 and later. */
    public static Path bitLocker() {
        return byHand(
                "bitlocker.img",
                4 * MIB,
                Map.of(
                        0,
                        bytes("eb5890"),
                        3,
                        ascii("-FVE-FS-"),
                        11,
                        bytes("0002080000"),
                        160,
                        bitLockerGuid(),
                        510,
                        bytes("55aa")));
    }

    /** libyal/libbde: BitLocker To Go, which looks like FAT32 in every other field. */
    public static Path bitLockerToGo() {
        return makeOnce("bitlocker-to-go.img", 48 * MIB, image -> {
            copy(fat32(), image);
            patch(image, 0, bytes("eb5890"));
            patch(image, 3, ascii("MSWIN4.1"));
            patch(image, 424, bitLockerGuid());
            return image;
        });
    }

    /** util-linux, libblkid refs.c, and "FSRS" of Microsoft's file system recognition structure. */
    public static Path reFs() {
        return byHand("refs.img", 4 * MIB, Map.of(0, bytes("000000"), 3, ascii("ReFS\0"), 16, ascii("FSRS")));
    }

    /** Apple File System Reference: the container superblock's magic number. */
    public static Path apfs() {
        return byHand("apfs.img", 4 * MIB, Map.of(32, ascii("NXSB"), 36, bytes("00100000")));
    }

    /** Apple TN1150: the volume header in the third sector. */
    public static Path hfsPlus() {
        return byHand("hfs-plus.img", 4 * MIB, Map.of(1024, ascii("H+\0\4")));
    }

    public static Path hfsx() {
        return byHand("hfsx.img", 4 * MIB, Map.of(1024, ascii("HX\0\5")));
    }

    /** Inside Macintosh: Files, the master directory block. */
    public static Path hfs() {
        return byHand("hfs.img", 4 * MIB, Map.of(1024, ascii("BD"), 1044, bytes("00001000")));
    }

    /** mdbtools/libldm: the private header of a dynamic disk. */
    public static Path ldm() {
        return byHand("ldm.img", 4 * MIB, Map.of(6 * 512, ascii("PRIVHEAD")));
    }

    /** gus33000/StorageSpace: the first sector of a pool's partition. */
    public static Path storageSpaces() {
        return byHand("storage-spaces.img", 4 * MIB, Map.of(0, ascii("SPACEDB ")));
    }

    public static Path zeros() {
        return byHand("zeros.img", 4 * MIB, Map.of());
    }

    /** Bytes that are nothing that is known. */
    public static Path noise() {
        byte[] bytes = new byte[4 * MIB];
        new java.util.Random(7).nextBytes(bytes);
        return makeOnce("noise.img", bytes.length, image -> write("noise.img", bytes));
    }

    /** A disk with the table that {@code sfdisk} makes of {@code script}, and volumes at byte offsets in it. */
    public static Path sfdisk(String name, long size, String script, Map<Long, Path> volumes) {
        return makeOnce(name, size, image -> {
            Path input = write(name + ".sfdisk", script.getBytes(StandardCharsets.US_ASCII));
            run(
                    "sh",
                    "-c",
                    "sfdisk -q --no-reread --no-tell-kernel \"$1\" < \"$2\"",
                    "sh",
                    image.toString(),
                    input.toString());
            volumes.forEach((offset, volume) -> copyInto(volume, image, offset));
            return image;
        });
    }

    /** A disk with the GPT that {@code sgdisk} makes, and volumes at byte offsets in it. */
    public static Path sgdisk(String name, long size, Map<Long, Path> volumes, String... arguments) {
        return makeOnce(name, size, image -> {
            String[] command = new String[arguments.length + 2];
            command[0] = "sgdisk";
            System.arraycopy(arguments, 0, command, 1, arguments.length);
            command[command.length - 1] = image.toString();
            run(command);
            volumes.forEach((offset, volume) -> copyInto(volume, image, offset));
            return image;
        });
    }

    /**
     * A disk of 64 MiB in sectors of 4096 bytes with one basic data partition of 8 MiB at 4 MiB (UEFI specification, 5.3);
     * the tools here write such a table on a device only.
     */
    public static Path gptOf4096ByteSectors() {
        long last = 64L * MIB / 4096 - 1;
        byte[] entries = new byte[16384];
        ByteBuffer entry = ByteBuffer.wrap(entries).order(ByteOrder.LITTLE_ENDIAN);
        entry.put(bytes("a2a0d0ebe5b9334487c068b6b72699c7"))
                .put((byte) 1)
                .putLong(32, 1024)
                .putLong(40, 3071);
        return makeOnce("gpt-4096.img", 64L * MIB, image -> {
            patch(image, 446, bytes("00000200eeffffff01000000ff3f0000"));
            patch(image, 510, bytes("55aa"));
            patch(image, 4096, gptHeader(1, last, 2, entries));
            patch(image, 2 * 4096, entries);
            patch(image, (last - 4) * 4096, entries);
            patch(image, last * 4096, gptHeader(last, 1, last - 4, entries));
            return image;
        });
    }

    private static byte[] gptHeader(long own, long other, long entriesAt, byte[] entries) {
        ByteBuffer header = ByteBuffer.allocate(92).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("EFI PART")).putInt(0x10000).putInt(92).putInt(0).putInt(0);
        header.putLong(own).putLong(other).putLong(6).putLong(16378).putLong(1).putLong(1);
        header.putLong(entriesAt).putInt(128).putInt(128).putInt(crc32(entries));
        return header.putInt(16, crc32(header.array())).array();
    }

    private static int crc32(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /** A copy of {@code image} with other bytes at some offsets; a negative offset counts from the end. */
    public static Path changed(Path image, String name, Map<Long, byte[]> patches) {
        return makeOnce(name, 0, copy -> {
            copy(image, copy);
            patches.forEach((offset, bytes) -> patch(copy, offset < 0 ? size(copy) + offset : offset, bytes));
            return copy;
        });
    }

    /** A copy of {@code image} that ends after {@code size} bytes. */
    public static Path cutTo(Path image, String name, long size) {
        return makeOnce(name, 0, copy -> {
            copy(image, copy);
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.truncate(size);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return copy;
        });
    }

    /** The image opened for reading; the test closes it. */
    public static Sectors open(Path image) {
        Reading<Sectors> opened = ImageSectors.open(image);
        if (opened instanceof Present<Sectors> present) {
            return present.value();
        }
        throw new AssertionError(image + " could not be opened: " + opened);
    }

    /** The SHA-256 of the file. */
    public static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[MIB];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** {@code hex} as bytes. */
    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** {@code number} little-endian in eight bytes. */
    public static byte[] u64(long number) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
    }

    /** {@code count} bytes of {@code image} from {@code offset}. */
    public static byte[] read(Path image, long offset, int count) {
        try (FileChannel channel = FileChannel.open(image, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(count);
            channel.read(buffer, offset);
            return buffer.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bitLockerGuid() {
        return bytes("3bd66749292ed84a8399f6a339e3d001");
    }

    private static Path made(String name, long size, String... command) {
        return makeOnce(name, size, image -> {
            String[] whole = java.util.Arrays.copyOf(command, command.length + 1);
            whole[command.length] = image.toString();
            run(whole);
            return image;
        });
    }

    private static Path byHand(String name, long size, Map<Integer, byte[]> patches) {
        return makeOnce(name, size, image -> {
            patches.forEach((offset, bytes) -> patch(image, offset, bytes));
            return image;
        });
    }

    private static synchronized Path makeOnce(String name, long size, Function<Path, Path> make) {
        Path known = MADE.get(name);
        if (known != null) {
            return known;
        }
        Path image = FOLDER.resolve(name);
        if (size > 0) {
            empty(image, size);
        }
        Path made = make.apply(image);
        MADE.put(name, made);
        return made;
    }

    /** A sparse file of zeros. */
    private static void empty(Path image, long size) {
        patch(image, size - 1, new byte[1]);
    }

    private static void patch(Path image, long offset, byte[] bytes) {
        try (FileChannel channel =
                FileChannel.open(image, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            channel.write(ByteBuffer.wrap(bytes), offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyInto(Path volume, Path image, long offset) {
        run("dd", "if=" + volume, "of=" + image, "bs=1M", "conv=notrunc,sparse", "oflag=seek_bytes", "seek=" + offset);
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(String name, byte[] bytes) {
        try {
            return Files.write(FOLDER.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path image) {
        try {
            return Files.size(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a tool; /usr/sbin need not be in the path of whoever tests. */
    private static void run(String... command) {
        String[] whole = new String[command.length + 4];
        whole[0] = "sh";
        whole[1] = "-c";
        whole[2] = "PATH=$PATH:/usr/sbin:/sbin; export PATH; exec \"$@\"";
        whole[3] = "sh";
        System.arraycopy(command, 0, whole, 4, command.length);
        try {
            Process process =
                    new ProcessBuilder(whole).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new AssertionError("exit " + code + " of " + String.join(" ", command) + "\n" + output
                        + (code == 127 ? "this test needs that tool: scripts/check installs it" : ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + command[0] + " ran", e);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("disk-images");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
