package io.fieldstick.cli;

import io.fieldstick.message.Messages;
import io.fieldstick.userdata.Watch;
import java.time.Clock;
import java.util.List;

/** How a run tells on standard error what goes on, beside its result: in words, or as lines of JSON. */
interface Telling {
    /** The value of {@code --progress} that asks for lines of JSON. */
    String JSON = "json";

    /** The run is at {@code what} now, or says something by the way. */
    void step(String what);

    /** The walk of the disk is at {@code progress}; told several times a second at most. */
    void walk(Watch.Progress progress);

    /** The walk is over. */
    void walked();

    /** It went wrong: {@code what}, and {@code help}, each a sentence. */
    void error(String what, List<String> help);

    /** It went wrong, as {@code lines} say, each with a line end. */
    void trouble(String lines);

    /** As {@code --progress} asks for it. */
    static Telling in(String progress, Terminal terminal, Messages messages, Clock clock) {
        return progress.equals(JSON)
                ? new JsonTelling(terminal, clock)
                : new PlainTelling(terminal, messages, new ProgressLine(terminal, messages, clock));
    }
}
