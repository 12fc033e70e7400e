package io.fieldstick.report;

import io.fieldstick.audit.backup.BackupTarget;
import io.fieldstick.message.Language;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.message.Sizes;
import io.fieldstick.provision.Outcome;
import io.fieldstick.userdata.Count;
import io.fieldstick.userdata.NotRead;
import io.fieldstick.userdata.UserDataItem;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.WindowsError;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words and numbers of an HTML page in the reader's language and time; escaping is not done here. */
final class PageWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("'UTC'xxx", Locale.ROOT);

    /** Of lists that can be endless this many are printed; the JSON has all of them. */
    private static final int LISTED = 300;

    private final Rendering rendering;
    private final Messages messages;

    PageWords(Rendering rendering) {
        this.rendering = rendering;
        this.messages = rendering.messages();
    }

    /** The language of the page as HTML names it. */
    String language() {
        return messages.language() == Language.CHINESE ? "zh-CN" : "en";
    }

    String charset() {
        return rendering.charset().name();
    }

    String text(Message message) {
        return messages.text(message);
    }

    /** As {@link Remarks#tried}. */
    Optional<String> tried(NotRead one) {
        return Remarks.tried(one, messages);
    }

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** The words before the code of {@code refused}, which say whose code it is. */
    String whoseCode(WindowsError refused) {
        return messages.text(Word.whoseCode(refused));
    }

    /** The word for {@code constant}, which is the message {@code area} and its name: {@code report.status.} ... */
    String word(String area, Enum<?> constant) {
        return messages.text(Message.of(area + Word.of(constant)));
    }

    /** {@code constant} as the name of a class of the style sheet. */
    String style(Enum<?> constant) {
        return Word.of(constant);
    }

    /** {@code 2026-11-24 12:00 – 12:01}; the end with its day where that is another. */
    String span(Instant from, Instant to) {
        DateTimeFormatter end = day(from).equals(day(to)) ? TIME : MINUTE;
        return minute(from) + " – " + end.format(to.atZone(rendering.zone()));
    }

    String minute(Instant instant) {
        return MINUTE.format(instant.atZone(rendering.zone()));
    }

    /** How the zone of the page's times differs from UTC: {@code UTC+08:00}. */
    String zone(Instant instant) {
        return ZONE.format(instant.atZone(rendering.zone()));
    }

    String day(Instant instant) {
        return DAY.format(instant.atZone(rendering.zone()));
    }

    /** Since when {@code program} is there, as far as is known. */
    String installed(InstalledProgram program) {
        return program.day(rendering.zone()).map(LocalDate::toString).orElse("");
    }

    /** {@code 52,100}. */
    String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    String size(long bytes) {
        return Sizes.of(bytes);
    }

    String amount(Count count) {
        return text("report.amount", number(count.files()), Sizes.of(count.bytes()));
    }

    /** The share of {@code part} in {@code whole}, rounded. */
    long percent(long part, long whole) {
        return whole == 0 ? 0 : Math.round(100.0 * part / whole);
    }

    /** Whether there is more to tell of it than its states. */
    boolean hasStory(Outcome outcome) {
        return outcome.isInForceLater()
                || !(outcome.changes().isEmpty()
                        && outcome.refusals().isEmpty()
                        && outcome.notes().isEmpty()
                        && outcome.evidence().isEmpty());
    }

    String volume(BackupTarget target) {
        return VisitText.volume(target, messages);
    }

    String duration(Duration duration) {
        return text(VisitText.time(duration));
    }

    List<Message> remarks(UserDataItem item, String windowsDrive) {
        return Remarks.of(item, windowsDrive, false);
    }

    /** Those of {@code all} that are printed. */
    <T> List<T> some(List<T> all) {
        return all.subList(0, Math.min(all.size(), LISTED));
    }

    /** How many of {@code all} are not printed. */
    int unprinted(List<?> all) {
        return Math.max(0, all.size() - LISTED);
    }
}
