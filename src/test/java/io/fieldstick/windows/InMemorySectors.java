package io.fieldstick.windows;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A disk in memory, on which single sectors can be made to fail. */
public final class InMemorySectors implements Sectors {
    private final String name;
    private final byte[] bytes;
    private final int sectorSize;
    private final Map<Long, Integer> bad = new TreeMap<>();
    private boolean closed;

    /** A disk of 512-byte sectors; {@code bytes} are not copied. */
    public InMemorySectors(String name, byte[] bytes) {
        this(name, bytes, 512);
    }

    public InMemorySectors(String name, byte[] bytes, int sectorSize) {
        this.name = name;
        this.bytes = bytes;
        this.sectorSize = sectorSize;
    }

    /** Makes every read that touches the sector of {@code offset} fail with {@code code}. */
    public InMemorySectors bad(long offset, int code) {
        bad.put(offset / sectorSize, code);
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Reading<Long> size() {
        return Reading.of((long) bytes.length);
    }

    @Override
    public int sectorSize() {
        return sectorSize;
    }

    @Override
    public Reading<byte[]> read(long offset, int length) {
        long end = Math.min(bytes.length, offset + length);
        for (Map.Entry<Long, Integer> sector : bad.entrySet()) {
            long from = sector.getKey() * sectorSize;
            if (from < end && from + sectorSize > offset) {
                return Reading.unreadable(
                        WindowsErrors.error(Tried.readSectors(name, offset, length), sector.getValue()));
            }
        }
        return Reading.of(offset >= end ? new byte[0] : Arrays.copyOfRange(bytes, (int) offset, (int) end));
    }

    /** Whether {@link #close()} was called. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
