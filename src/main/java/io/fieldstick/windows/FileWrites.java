package io.fieldstick.windows;

/** Files of this Windows that this program writes; paths as in {@link Files}. A refusal is a {@link WindowsException}. */
public interface FileWrites {

    /** Makes the file {@code path} have this content, whole or not at all; the folder must be there. */
    void write(String path, FileContent content);

    /** Makes the file {@code path} a copy of {@code source}, whole or not at all; the folder must be there. */
    void copy(String source, String path);

    /** Deletes the file {@code path}; that it is already absent is no error. */
    void delete(String path);

    /** Makes the folder {@code path} and those above it where missing. */
    void makeFolder(String path);

    /** Deletes the folder {@code path}, which must be empty; that it is already absent is no error. */
    void deleteFolder(String path);
}
