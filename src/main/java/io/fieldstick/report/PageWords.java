package io.fieldstick.report;

import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.message.Sizes;
import io.fieldstick.message.VisibleText;
import io.fieldstick.userdata.Count;
import io.fieldstick.userdata.UserDataItem;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The words and numbers of an HTML page, with what does not show as itself made visible; escaping is the template's. */
public final class PageWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    /** No cell of a table is longer: a value in the registry may have a megabyte. */
    private static final int LONGEST = 2_000;

    private final Rendering rendering;
    private final Messages messages;

    PageWords(Rendering rendering) {
        this.rendering = rendering;
        this.messages = rendering.messages();
    }

    /** The language of the page as HTML names it. */
    public String language() {
        return messages.language().code().equals("zh") ? "zh-CN" : "en";
    }

    public String charset() {
        return rendering.charset().name();
    }

    public String text(Message message) {
        return shown(messages.text(message));
    }

    public String text(String key, Object... arguments) {
        return text(Message.of(key, arguments));
    }

    /** The word for {@code constant}, which is the message {@code area} and its name: {@code report.status.} ... */
    public String word(String area, Enum<?> constant) {
        return text(Message.of(area + Word.of(constant)));
    }

    /** {@code constant} as the name of a class of the style sheet. */
    public String style(Enum<?> constant) {
        return Word.of(constant);
    }

    /** A path, a value or another text that did not come from the messages. */
    public String shown(String text) {
        return VisibleText.shortened(text, LONGEST);
    }

    public String minute(Instant instant) {
        return MINUTE.format(instant.atZone(rendering.zone()));
    }

    public String newest(Count count) {
        return count.newest()
                .map(instant -> DAY.format(instant.atZone(rendering.zone())))
                .orElse("");
    }

    public String amount(Count count) {
        return text("report.amount", count.files(), Sizes.of(count.bytes()));
    }

    public String size(long bytes) {
        return Sizes.of(bytes);
    }

    public List<Message> remarks(UserDataItem item, String windowsDrive) {
        return Remarks.of(item, windowsDrive, rendering.detailed());
    }
}
