package io.fieldstick.audit.disk;

import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Reading.Present;
import io.fieldstick.windows.Reading.Unreadable;
import io.fieldstick.windows.Sectors;
import io.fieldstick.windows.WindowsError;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A stretch of a device that is looked at as one thing; it reads no byte outside, and remembers what it could not read. */
final class Region {
    /** The most that one read asks for. */
    static final int LARGEST_READ = 1 << 20;

    private final Sectors sectors;
    private final long start;
    private final OptionalLong length;
    private final List<Failure> failures = new ArrayList<>();

    /** A place that could not be read, and Windows's reason. */
    record Failure(Evidence evidence, WindowsError why) {}

    private Region(Sectors sectors, long start, OptionalLong length) {
        this.sectors = sectors;
        this.start = start;
        this.length = length;
    }

    /** All of {@code sectors}; without an end where the device does not say its size. */
    static Region whole(Sectors sectors) {
        boolean known = sectors.size() instanceof Present<Long> size && size.value() >= 0;
        return new Region(sectors, 0, known ? OptionalLong.of(sectors.size().orElse(0L)) : OptionalLong.empty());
    }

    /** The part of this region from {@code offset}, cut off where this region ends. */
    Region part(long offset, long wanted) {
        long from = Math.max(0, Math.min(offset, length.orElse(Long.MAX_VALUE - start)));
        long room = length.orElse(Long.MAX_VALUE - start) - from;
        return new Region(sectors, start + from, OptionalLong.of(Math.max(0, Math.min(wanted, room))));
    }

    /** The bytes it has; empty where the device does not say. */
    OptionalLong length() {
        return length;
    }

    int sectorSize() {
        return sectors.sectorSize();
    }

    String name() {
        return sectors.name();
    }

    /** Up to {@code wanted} bytes from {@code offset}; fewer at the end, none where the medium fails (see failures). */
    Block read(long offset, int wanted) {
        long room = length.orElse(Long.MAX_VALUE - start) - offset;
        if (offset < 0 || room <= 0 || wanted <= 0) {
            return new Block(new byte[0]);
        }
        int count = (int) Math.min(Math.min(wanted, LARGEST_READ), room);
        Reading<byte[]> bytes = sectors.read(start + offset, count);
        if (bytes instanceof Unreadable<byte[]> unreadable) {
            failures.add(
                    new Failure(new Evidence(place(offset), unreadable.why().said()), unreadable.why()));
        }
        return new Block(bytes.orElse(new byte[0]));
    }

    /** What could not be read so far. */
    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** {@code count} bytes of {@code block}, which was read at {@code offset}, from {@code at} on, as evidence. */
    Evidence evidence(long offset, Block block, int at, int count) {
        return new Evidence(place(offset + at), block.hex(at, count));
    }

    /** Where {@code offset} is on the whole device: {@code \\.\PhysicalDrive0 +0x100000}. */
    String place(long offset) {
        return sectors.name() + " +0x" + Long.toHexString(start + offset);
    }
}
