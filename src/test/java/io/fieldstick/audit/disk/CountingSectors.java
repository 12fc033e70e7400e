package io.fieldstick.audit.disk;

import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Sectors;

/** Counts what is asked of other sectors, and refuses in the test what no reader may ask. */
final class CountingSectors implements Sectors {
    private final Sectors sectors;
    private long reads;
    private long bytes;

    CountingSectors(Sectors sectors) {
        this.sectors = sectors;
    }

    long reads() {
        return reads;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public String name() {
        return sectors.name();
    }

    @Override
    public Reading<Long> size() {
        return sectors.size();
    }

    @Override
    public int sectorSize() {
        return sectors.sectorSize();
    }

    @Override
    public Reading<byte[]> read(long offset, int length) {
        long size = sectors.size().orElse(Long.MAX_VALUE);
        if (offset < 0 || length < 0 || length > Region.LARGEST_READ || offset + length > size) {
            throw new AssertionError("read of " + length + " bytes at " + offset + " of " + size);
        }
        reads++;
        bytes += length;
        return sectors.read(offset, length);
    }

    @Override
    public void close() {
        sectors.close();
    }
}
