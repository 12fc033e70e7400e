package io.fieldstick.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;

/** Why a file could not be read or written, as people are told it: Java itself says it by the names of its classes. */
public final class FileTrouble {
    private FileTrouble() {}

    /** The system's own words; empty where it has none, as where only the kind of {@code trouble} says what it is. */
    public static String said(IOException trouble) {
        String words = trouble instanceof FileSystemException ofFile ? ofFile.getReason() : trouble.getMessage();
        return Optional.ofNullable(words).map(String::strip).orElse("");
    }

    /** Why, without the name of the file. */
    public static Message why(IOException trouble) {
        String said = said(trouble);
        return said.isEmpty() ? ofKind(trouble) : Message.of("file.said", said);
    }

    /** The file, where {@code trouble} names one, and why. */
    public static Message of(IOException trouble) {
        String file = trouble instanceof FileSystemException ofFile ? ofFile.getFile() : null;
        return file == null ? why(trouble) : Message.of("file.at", file, why(trouble));
    }

    /** As {@link #why(IOException)}. */
    public static Message why(UncheckedIOException trouble) {
        return why(cause(trouble));
    }

    /** As {@link #of(IOException)}. */
    public static Message of(UncheckedIOException trouble) {
        return of(cause(trouble));
    }

    private static IOException cause(UncheckedIOException trouble) {
        return Objects.requireNonNull(trouble.getCause());
    }

    private static Message ofKind(IOException trouble) {
        if (trouble instanceof AccessDeniedException) {
            return Message.of("file.access-denied");
        }
        if (trouble instanceof NoSuchFileException) {
            return Message.of("file.missing");
        }
        if (trouble instanceof FileAlreadyExistsException) {
            return Message.of("file.exists");
        }
        return Message.of(trouble instanceof DirectoryNotEmptyException ? "file.not-empty" : "file.not-said");
    }
}
