package io.fieldstick.windows.offline.hive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The hive bins, read cell by cell; an offset is believed only where an allocated cell lies whole inside the bins. */
final class Cells {
    /** The offset that says "none". */
    static final int NONE = -1;

    private static final int SIZE_FIELD = 4;
    private static final int ALIGNMENT = 8;

    private final ByteBuffer bins;

    /** The cells of {@code bins}, from its position to its limit. */
    Cells(ByteBuffer bins) {
        this.bins = bins.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes of all bins. */
    int size() {
        return bins.limit();
    }

    /** The four bytes at {@code at}, which is known to lie inside. */
    int raw(int at) {
        return bins.getInt(at);
    }

    static long fileOffset(int cellOffset) {
        return BaseBlock.SIZE + Integer.toUnsignedLong(cellOffset);
    }

    Cell at(int offset) throws Damage {
        if (offset < 0 || offset % ALIGNMENT != 0 || offset > size() - ALIGNMENT) {
            throw new Damage(HiveProblem.at(fileOffset(offset), "hive.problem.cell-outside"));
        }
        int stored = bins.getInt(offset);
        if (stored >= 0) {
            throw new Damage(HiveProblem.at(fileOffset(offset), "hive.problem.cell-free"));
        }
        if (stored == Integer.MIN_VALUE || -stored < ALIGNMENT || -stored > size() - offset) {
            throw new Damage(HiveProblem.at(fileOffset(offset), "hive.problem.cell-size"));
        }
        ByteBuffer content = bins.slice(offset + SIZE_FIELD, -stored - SIZE_FIELD);
        return new Cell(offset, content.order(ByteOrder.LITTLE_ENDIAN));
    }
}
