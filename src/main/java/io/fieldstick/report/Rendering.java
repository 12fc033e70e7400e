package io.fieldstick.report;

import io.fieldstick.message.Messages;
import java.nio.charset.Charset;
import java.time.ZoneId;

/**
 * For whom a result is written down.
 *
 * @param messages in the reader's language
 * @param width the columns of a line of text
 * @param detailed whether the evidence is shown for what is as desired too
 * @param charset in which the document will be stored or sent, for the formats that name theirs
 * @param zone in which times are told to people
 */
public record Rendering(Messages messages, int width, boolean detailed, Charset charset, ZoneId zone) {
    /** For a document that scrolls: with all details, and lines that need no breaking. */
    Rendering inFull() {
        return new Rendering(messages, 400, true, charset, zone);
    }
}
