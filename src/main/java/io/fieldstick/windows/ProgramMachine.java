package io.fieldstick.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The processor that a program file is made for, as the header of a PE file says (MS docs: "PE Format", Machine Types). */
public enum ProgramMachine {
    X86,
    X64,
    /** Another one, or no program at all. */
    OTHER;

    private static final int DOS_HEADER = 64;
    private static final int PE_OFFSET = 0x3C;
    private static final int MZ = 0x5A4D;
    private static final int PE = 0x00004550;
    private static final int I386 = 0x14C;
    private static final int AMD64 = 0x8664;

    /** The machine of the file {@code path}; absent where there is none. */
    public static Reading<ProgramMachine> of(Files files, String path) {
        return files.bytes(path, 0, DOS_HEADER).flatMap(bytes -> {
            ByteBuffer dos = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.length < DOS_HEADER || (dos.getShort(0) & 0xFFFF) != MZ) {
                return Reading.of(OTHER);
            }
            return files.bytes(path, Integer.toUnsignedLong(dos.getInt(PE_OFFSET)), 6)
                    .map(ProgramMachine::inHeader);
        });
    }

    private static ProgramMachine inHeader(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 6 || header.getInt(0) != PE) {
            return OTHER;
        }
        return switch (header.getShort(4) & 0xFFFF) {
            case I386 -> X86;
            case AMD64 -> X64;
            default -> OTHER;
        };
    }
}
