package io.fieldstick.windows;

import java.util.List;

/** Files of this Windows that this program writes; paths as in {@link Files}. A refusal is a {@link WindowsException}. */
public interface FileWrites {

    /** Makes the file {@code path} have this content, whole or not at all; the folder must be there. */
    void write(String path, FileContent content);

    /** Makes the file {@code path} a copy of {@code source}, whole or not at all; the folder must be there. */
    void copy(String source, String path);

    /**
     * Takes every file out of the cabinet {@code cabinet} (CAB) into {@code folder}, and returns their names. A name that is
     * more than a file's own is refused, and so is a cabinet that goes on in another one.
     */
    List<String> extract(String cabinet, String folder);

    /** Deletes the file {@code path}; that it is already absent is no error. */
    void delete(String path);

    /** Makes the folder {@code path} and those above it where missing. */
    void makeFolder(String path);

    /** Deletes the folder {@code path}, which must be empty; that it is already absent is no error. */
    void deleteFolder(String path);
}
