package io.fieldstick.windows;

/**
 * A service as the Service Control Manager knows it (MS docs: winsvc.h).
 *
 * @param driver whether it is a driver of the kernel or of a file system, and no program
 */
public record Service(boolean driver, Start start, State state) {

    /** When it is started: SERVICE_START_TYPE, and the delay that an automatic one may have. */
    public enum Start {
        BOOT(0),
        SYSTEM(1),
        AUTOMATIC(2),
        AUTOMATIC_DELAYED(2),
        MANUAL(3),
        DISABLED(4);

        private final int code;

        Start(int code) {
            this.code = code;
        }

        /** The number that Windows has for it; a delay is no part of it. */
        public int code() {
            return code;
        }
    }

    /** Whether it runs; {@code BETWEEN} is paused, or on its way from one state to another. */
    public enum State {
        STOPPED,
        RUNNING,
        BETWEEN
    }
}
