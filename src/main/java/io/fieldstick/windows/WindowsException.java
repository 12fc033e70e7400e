package io.fieldstick.windows;

/** Windows refused a write; {@link #error()} says what was tried and what Windows answered. */
public final class WindowsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient WindowsError error;

    public WindowsException(WindowsError error) {
        super(error.tried().key() + " " + error.tried().arguments() + ": " + error.said());
        this.error = error;
    }

    public WindowsError error() {
        return error;
    }
}
