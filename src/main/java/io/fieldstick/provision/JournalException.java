package io.fieldstick.provision;

import java.nio.file.Path;

/** A line of a journal cannot be understood, so the journal is not one that this program wrote, or is damaged. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;

    JournalException(Path file, int line, Exception cause) {
        super(file + ":" + line + ": " + cause.getMessage(), cause);
        this.file = file.toString();
        this.line = line;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }
}
