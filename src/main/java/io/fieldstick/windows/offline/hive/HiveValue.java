package io.fieldstick.windows.offline.hive;

import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryValue;

/** A value of a key: its name; its bytes are fetched when they are asked for. */
public final class HiveValue {
    private static final int NAME_LENGTH_AT = 2;
    private static final int DATA_SIZE_AT = 4;
    private static final int DATA_OFFSET_AT = 8;
    private static final int TYPE_AT = 12;
    private static final int FLAGS_AT = 16;
    private static final int NAME_AT = 20;

    private static final int LATIN1_NAME = 0x1;

    /** Set in the size of data that stands in the field of its offset, 4 bytes at most. */
    private static final int RESIDENT = 0x80000000;

    /** The most that one segment of big data holds; all but the last hold so much. */
    private static final int SEGMENT = 16344;

    private final Hive hive;
    private final Cell record;
    private final String name;

    private HiveValue(Hive hive, Cell record, String name) {
        this.hive = hive;
        this.record = record;
        this.name = name;
    }

    static HiveValue at(Hive hive, int offset) throws Damage {
        Cell record = hive.cells().at(offset);
        if (!record.hasSignature("vk")) {
            throw new Damage(HiveProblem.at(record.fileOffset(), "hive.problem.no-value"));
        }
        boolean latin1 = (record.unsignedShort(FLAGS_AT) & LATIN1_NAME) != 0;
        return new HiveValue(hive, record, record.name(NAME_AT, record.unsignedShort(NAME_LENGTH_AT), latin1));
    }

    /** "" for the default value. */
    public String name() {
        return name;
    }

    /** The type and all bytes; unreadable where any of them are. */
    public Reading<RegistryValue> read() {
        try {
            return Reading.of(RegistryValue.raw(record.integer(TYPE_AT), data()));
        } catch (Damage damage) {
            return hive.unreadable(damage.problem());
        }
    }

    private byte[] data() throws Damage {
        int size = record.integer(DATA_SIZE_AT);
        if ((size & RESIDENT) != 0) {
            int resident = size & ~RESIDENT;
            if (resident > 4) {
                throw new Damage(HiveProblem.at(record.fileOffset(), "hive.problem.value-size"));
            }
            return record.bytes(DATA_OFFSET_AT, resident);
        }
        return size == 0 ? new byte[0] : dataOf(hive.cells().at(record.integer(DATA_OFFSET_AT)), size);
    }

    private byte[] dataOf(Cell cell, int size) throws Damage {
        if (size <= cell.size()) {
            return cell.bytes(0, size);
        }
        if (size <= SEGMENT || size > hive.cells().size() || !cell.hasSignature("db")) {
            throw new Damage(HiveProblem.at(record.fileOffset(), "hive.problem.value-size"));
        }
        return segments(cell, size);
    }

    private byte[] segments(Cell bigData, int size) throws Damage {
        int count = bigData.unsignedShort(2);
        Cell list = hive.cells().at(bigData.integer(4));
        if (count != (size + SEGMENT - 1) / SEGMENT || count > list.size() / 4) {
            throw new Damage(HiveProblem.at(bigData.fileOffset(), "hive.problem.value-size"));
        }
        byte[] data = new byte[size];
        for (int i = 0; i < count; i++) {
            int from = i * SEGMENT;
            int length = Math.min(SEGMENT, size - from);
            byte[] segment = hive.cells().at(list.integer(4 * i)).bytes(0, length);
            System.arraycopy(segment, 0, data, from, length);
        }
        return data;
    }
}
