package io.fieldstick.windows;

/** The raw bytes of a disk, a volume or an image, to read only; it has no way to write. */
public interface Sectors extends AutoCloseable {

    /** How it was named when it was opened, for evidence: {@code \\.\PhysicalDrive0}, {@code disk.img}. */
    String name();

    /** Its size in bytes; absent where the device does not say. */
    Reading<Long> size();

    /** The bytes of one logical sector: 512 or 4096. */
    int sectorSize();

    /**
     * {@code length} bytes from byte {@code offset}, neither of which need be aligned; fewer where the device ends
     * before; unreadable with Windows's code where the medium fails.
     */
    Reading<byte[]> read(long offset, int length);

    @Override
    void close();
}
