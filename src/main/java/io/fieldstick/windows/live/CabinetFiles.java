package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the files out of one cabinet, called back by SetupIterateCabinetW for each of them (MS docs: setupapi.h). */
final class CabinetFiles implements Setupapi.EachNotification {
    /** SPFILENOTIFY_ and FILEOP_ numbers of setupapi.h. */
    private static final int FILE_IN_CABINET = 0x11;

    private static final int NEED_NEW_CABINET = 0x12;
    private static final int ABORT = 0;
    private static final int DO_IT = 1;

    /** FILE_IN_CABINET_INFO_W of setupapi.h as 64-bit code lays it out. */
    private static final int ERROR = 12;

    private static final int TARGET = 22;
    private static final int LONGEST_TARGET = 260;

    private final String folder;
    private final List<String> names = new ArrayList<>();
    private boolean hostile;

    private CabinetFiles(String folder) {
        this.folder = folder;
    }

    /** Takes every file of {@code cabinet} into {@code folder} and returns their names. */
    static List<String> extract(String cabinet, String folder) {
        CabinetFiles files = new CabinetFiles(folder);
        boolean done = Setupapi.SetupIterateCabinetW(Wide.of(cabinet), 0, files, null) != 0;
        int code = done ? 0 : Refusal.lastCode();
        // Wine says that all went well of what is no cabinet, and of one whose name was refused.
        boolean nothing = files.hostile || files.names.isEmpty();
        Refusal.check(Tried.extract(cabinet), code == 0 && nothing ? WindowsError.INVALID_DATA : code);
        return files.names;
    }

    @Override
    public int of(@Nullable Pointer context, int what, @Nullable Pointer first, @Nullable Pointer second) {
        if (what == FILE_IN_CABINET && first != null) {
            return fileInCabinet(first);
        }
        return what == NEED_NEW_CABINET ? WindowsError.NOT_SUPPORTED : 0;
    }

    private int fileInCabinet(Pointer info) {
        String name = info.getPointer(0).getWideString(0);
        String target = WindowsPath.child(folder, name);
        if (!name.matches("[^\\\\/:]*[^\\\\/:. ]") || target.length() >= LONGEST_TARGET) {
            hostile = true;
            info.setInt(ERROR, WindowsError.INVALID_DATA);
            return ABORT;
        }
        byte[] wide = (target + "\0").getBytes(StandardCharsets.UTF_16LE);
        info.write(TARGET, wide, 0, wide.length);
        names.add(name);
        return DO_IT;
    }
}
