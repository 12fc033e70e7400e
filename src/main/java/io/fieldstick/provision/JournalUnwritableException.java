package io.fieldstick.provision;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import java.io.IOException;

/** The journal cannot be written: the stick is full, read-only or gone. The change that was next has not been made. */
public final class JournalUnwritableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int changes;
    private final transient Message reason;

    JournalUnwritableException(int changes, IOException cause) {
        super(cause);
        this.changes = changes;
        this.reason = FileTrouble.why(cause);
    }

    /** How many changes are in the journal, which undo can take back. */
    public int changes() {
        return changes;
    }

    /** Why, as the system says it. */
    public Message reason() {
        return reason;
    }
}
