package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.WindowsError;
import java.util.List;

/**
 * What a setting says of the state it read.
 *
 * @param actual what is, in the words of {@link Setting#desired()}
 * @param evidence the raw values and where they were read, overriding policies and effective values among them
 * @param verdict what follows from it
 * @param unreadable parts that Windows refused to show (a user's hive, say): the rest was judged, the whole is incomplete
 */
public record Judgement(Message actual, List<Evidence> evidence, Verdict verdict, List<WindowsError> unreadable) {
    public Judgement {
        evidence = List.copyOf(evidence);
        unreadable = List.copyOf(unreadable);
    }

    /** A judgement of a state that was read whole. */
    public static Judgement of(Message actual, List<Evidence> evidence, Verdict verdict) {
        return new Judgement(actual, evidence, verdict, List.of());
    }
}
