package io.fieldstick.windows;

import java.util.List;

/**
 * The files of this Windows, to read. A path is absolute with a drive letter or {@code \\server\share}, with
 * backslashes, as {@code C:\Users}; adapters add {@code \\?\} themselves, so length and a dot at the end do not matter.
 */
public interface Files {

    /** The entry of the file or folder at {@code path}; a drive's root is a folder named as the path. */
    Reading<FileEntry> entry(String path);

    /** What lies directly in the folder {@code path}, without {@code .} and {@code ..}, in no promised order. */
    Reading<List<FileEntry>> children(String path);

    /** Up to {@code length} bytes of the file {@code path} from {@code offset}; fewer at its end. */
    Reading<byte[]> bytes(String path, long offset, int length);

    /**
     * Where the junction or symbolic link at {@code path} leads, whether or not something is there: an absolute path by the
     * letters of the Windows that made it, or one seen from the link's folder, as {@link WindowsPath#resolved} takes both.
     * Absent where there is no link that leads to a path; nothing is followed.
     */
    Reading<String> target(String path);

    /**
     * Whether nobody but administrators and Windows itself can change the file at {@code path}, put another in its place, or
     * put one beside it. Absent where there is no such file, where a link in the path leads to it, and on a Windows that is
     * not running.
     */
    default Reading<Boolean> isKeptByAdministrators(String path) {
        return Reading.absent();
    }
}
