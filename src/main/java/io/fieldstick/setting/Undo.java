package io.fieldstick.setting;

import io.fieldstick.message.Message;
import java.util.List;

/** How a change is taken back. */
public sealed interface Undo {

    /** By these changes, in this order. */
    record By(List<Change> changes) implements Undo {
        public By {
            changes = List.copyOf(changes);
        }
    }

    /** Only by a person, who is told how. */
    record ByHand(Message instruction) implements Undo {}
}
