package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import io.fieldstick.message.Message;
import io.fieldstick.windows.AccessList;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Who can change a file, by the rights to it and to every folder that it lies in. */
final class FileRights {
    /** SE_FILE_OBJECT (accctrl.h). */
    private static final int FILE = 1;

    /** OWNER_SECURITY_INFORMATION, DACL_SECURITY_INFORMATION (winnt.h). */
    private static final int OWNER_AND_RIGHTS = 1 | 4;

    private static final int SDDL_REVISION = 1;

    private FileRights() {}

    /** As {@link io.fieldstick.windows.Files#isKeptByAdministrators} says. */
    static Reading<Boolean> keptByAdministrators(String path) {
        try {
            Path file = Path.of(path).toRealPath(LinkOption.NOFOLLOW_LINKS);
            // Whoever keeps where a link leads to is not who can lead it elsewhere.
            return file.equals(file.toRealPath()) ? keptByAdministrators(file) : Reading.absent();
        } catch (NoSuchFileException | InvalidPathException notThere) {
            return Reading.absent();
        } catch (IOException trouble) {
            return Reading.unreadable(FileRefusal.of(Tried.askRights(path), trouble));
        }
    }

    private static Reading<Boolean> keptByAdministrators(Path file) {
        Reading<Boolean> kept = isKept(file, AccessList.ADD | AccessList.REPLACE);
        int matters = AccessList.ADD | AccessList.REPLACE;
        for (Path folder = file.getParent(); folder != null && kept.orElse(false); folder = folder.getParent()) {
            kept = isKept(folder, matters);
            // Whoever adds something to a folder further up has not changed what is used.
            matters = AccessList.REPLACE;
        }
        return kept;
    }

    private static Reading<Boolean> isKept(Path path, int rights) {
        return sddl(path.toString()).map(sddl -> !AccessList.of(sddl).letsOthers(rights));
    }

    private static Reading<String> sddl(String path) {
        Message tried = Tried.askRights(path);
        long[] descriptor = new long[1];
        int code = Advapi32.GetNamedSecurityInfoW(
                Wide.of(path), FILE, OWNER_AND_RIGHTS, null, null, null, null, descriptor);
        if (code != 0) {
            return Refusal.reading(tried, code);
        }
        long[] text = new long[1];
        try {
            int told = Advapi32.ConvertSecurityDescriptorToStringSecurityDescriptorW(
                    descriptor[0], SDDL_REVISION, OWNER_AND_RIGHTS, text, null);
            return told == 0
                    ? Reading.unreadable(Refusal.of(tried, Refusal.lastCode()))
                    : Reading.of(new Pointer(text[0]).getWideString(0));
        } finally {
            Kernel32.LocalFree(text[0]);
            Kernel32.LocalFree(descriptor[0]);
        }
    }
}
