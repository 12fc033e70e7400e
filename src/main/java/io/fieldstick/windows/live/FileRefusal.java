package io.fieldstick.windows.live;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Work on files by Java's own means, whose troubles become {@link WindowsException}s. */
final class FileRefusal {
    /** ERROR_WRITE_FAULT (winerror.h), for what Java gives no code of. */
    private static final int WRITE_FAULT = 29;

    /** ERROR_DIR_NOT_EMPTY, ERROR_ALREADY_EXISTS, ERROR_INVALID_NAME (winerror.h). */
    private static final int NOT_EMPTY = 145;

    private static final int EXISTS = 183;
    private static final int INVALID_NAME = 123;

    private FileRefusal() {}

    /** What is done with files. */
    interface Work<T> {
        T done() throws IOException;
    }

    /** What {@code work} gives; its trouble is the refusal of {@code tried}. */
    static <T> T of(Message tried, Work<T> work) {
        try {
            return work.done();
        } catch (IOException trouble) {
            throw new WindowsException(of(tried, trouble));
        }
    }

    /** {@code trouble} as the refusal of {@code tried}. */
    static WindowsError of(Message tried, IOException trouble) {
        String said = FileTrouble.said(trouble);
        int code = code(trouble);
        return said.isEmpty() ? Refusal.of(tried, code) : new WindowsError(tried, code, said);
    }

    /** {@code text} as a path; where it is none, {@code tried} is refused as Windows itself refuses such a name. */
    static Path path(Message tried, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException noPath) {
            throw new WindowsException(Refusal.of(tried, INVALID_NAME));
        }
    }

    private static int code(IOException trouble) {
        if (trouble instanceof NoSuchFileException) {
            return WindowsError.FILE_NOT_FOUND;
        }
        if (trouble instanceof DirectoryNotEmptyException) {
            return NOT_EMPTY;
        }
        if (trouble instanceof FileAlreadyExistsException) {
            return EXISTS;
        }
        return trouble instanceof AccessDeniedException ? WindowsError.ACCESS_DENIED : WRITE_FAULT;
    }
}
