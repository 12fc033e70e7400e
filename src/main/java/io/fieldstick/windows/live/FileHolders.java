package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import io.fieldstick.windows.Processes.Holder;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks the Restart Manager who has a file open (MS docs: restartmanager.h); nobody is ever told to close it. */
final class FileHolders {
    /** CCH_RM_SESSION_KEY and the NUL. */
    private static final int KEY_UNITS = 33;

    /** RM_PROCESS_INFO: process id and start time, two names, four numbers. */
    static final int ENTRY_BYTES = 668;

    private static final int NAME = 12;
    private static final int NAME_BYTES = 512;
    private static final int MOST = 64;

    private FileHolders() {}

    static Reading<List<Holder>> of(String file) {
        int[] session = new int[1];
        try {
            int refused = Rstrtmgr.RmStartSession(session, 0, new char[KEY_UNITS]);
            if (refused != 0) {
                return Reading.unreadable(Refusal.of(Tried.askHolders(file), refused));
            }
        } catch (LinkageError noSuchLibrary) {
            // The second time Java says NoClassDefFoundError: the class could not be initialized the first time.
            return Reading.absent();
        }
        try {
            return ask(session[0], file);
        } finally {
            Rstrtmgr.RmEndSession(session[0]);
        }
    }

    private static Reading<List<Holder>> ask(int session, String file) {
        int[] needed = new int[1];
        int[] count = {MOST};
        byte[] entries = new byte[MOST * ENTRY_BYTES];
        int refused;
        try (Memory name = new Memory(Native.WCHAR_SIZE * (file.length() + 1L));
                Memory names = new Memory(Native.POINTER_SIZE)) {
            name.setWideString(0, file);
            names.setPointer(0, name);
            refused = Rstrtmgr.RmRegisterResources(session, 1, names, 0, null, 0, null);
        }
        refused = refused != 0 ? refused : Rstrtmgr.RmGetList(session, needed, count, entries, new int[1]);
        return refused == 0 || refused == WindowsError.MORE_DATA
                ? Reading.of(parse(entries, filled(needed[0], count[0])))
                : Reading.unreadable(Refusal.of(Tried.askHolders(file), refused));
    }

    /** A Restart Manager that knows nobody may leave the count as it was given. */
    private static int filled(int needed, int count) {
        return Math.max(0, Math.min(needed, Math.min(count, MOST)));
    }

    /** The first {@code count} entries of an array of RM_PROCESS_INFO. */
    static List<Holder> parse(byte[] entries, int count) {
        ByteBuffer buffer = ByteBuffer.wrap(entries).order(ByteOrder.LITTLE_ENDIAN);
        List<Holder> holders = new ArrayList<>();
        for (int at = 0; at < count * ENTRY_BYTES; at += ENTRY_BYTES) {
            String name = new String(entries, at + NAME, NAME_BYTES, StandardCharsets.UTF_16LE);
            holders.add(new Holder(Integer.toUnsignedLong(buffer.getInt(at)), Native.toString(name.toCharArray())));
        }
        return holders;
    }
}
