package io.fieldstick.userdata;

import java.util.List;

/**
 * Work that somebody may have open and not saved.
 *
 * @param program as people call it, in whatever language
 * @param what the running program's file and process id, or the path of the document
 * @param titles the titles of the program's windows, which mostly name the document
 */
public record OpenWork(State state, String program, String what, List<String> titles) {
    public OpenWork {
        titles = List.copyOf(titles);
    }

    /** How it is known. */
    public enum State {
        /** The program is running. */
        RUNNING,
        /** The file that a program lays beside a document while that is open is there; a crash leaves it behind too. */
        OPEN_DOCUMENT
    }
}
