package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.message.Secrets;
import io.fieldstick.profile.YamlText;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A profile that is being written from a machine, section by section. What Windows refuses to show is told at the end of
 * its section, in a comment, and once more to whoever reads {@link #notRead()}.
 */
final class ProfileDraft {
    /** Enough for any machine, and for a profile that the reader still takes. */
    static final int MOST = 500;

    private final WindowsView windows;
    private final RegistryView registry;
    private final Messages messages;
    private final StringBuilder yaml = new StringBuilder();
    private final Set<WindowsError> refused = new LinkedHashSet<>();
    private final List<Message> notRead = new ArrayList<>();

    ProfileDraft(WindowsView windows, Messages messages) {
        this.windows = windows;
        this.messages = messages;
        this.registry = new NotingRegistry(windows.registry(), refused::add);
    }

    WindowsView windows() {
        return windows;
    }

    /** The registry of the machine; what it refuses is told. */
    RegistryView registry() {
        return registry;
    }

    /** Tells at the end of this section that Windows refused to show something. */
    void refused(WindowsError why) {
        refused.add(why);
    }

    /** The value that was read; where Windows refused it, that is told. */
    <T> Optional<T> read(Reading<T> reading) {
        if (reading instanceof Reading.Unreadable<T> unreadable) {
            refused.add(unreadable.why());
        }
        return reading instanceof Reading.Present<T> present ? Optional.of(present.value()) : Optional.empty();
    }

    /** Whether {@code verify} would pass {@code setting} here; what it cannot read for that is told. */
    boolean passes(Setting<?> setting) {
        Judgement judgement = setting.judgeOn(windows);
        refused.addAll(judgement.unreadable());
        if (judgement.verdict() instanceof Verdict.Unknown unknown) {
            refused.add(unknown.why());
        }
        return judgement.verdict() instanceof Verdict.AsDesired
                && judgement.unreadable().isEmpty();
    }

    /**
     * Whether {@code text} can stand in a profile and means itself there: no placeholder, nothing that a line cannot show,
     * not blank, and nothing that looks like a secret.
     */
    static boolean canSay(String text) {
        return text.matches("[^{}\\p{Cntrl}\\p{Cs}]{1," + MOST + "}")
                && !text.isBlank()
                && Secrets.hidden(text).equals(text);
    }

    /** Ends the section before this one, and begins with what this one is about. */
    void section(Message what) {
        endSection();
        line("");
        comment(what);
    }

    void comment(Message what) {
        comment("", what);
    }

    /** A comment that is indented by {@code indent}. */
    void comment(String indent, Message what) {
        Secrets.hidden(messages.text(what)).lines().forEach(text -> line(indent + YamlText.commented(text)));
    }

    /** Tells what Windows answered and what cannot be true, here and to whoever reads {@link #notRead()}. */
    void doubt(Message what) {
        comment(what);
        notRead.add(what);
    }

    /** Says why there is nothing, unless the reason is that it could not be read. */
    void nothing(Message why) {
        if (refused.isEmpty()) {
            comment(why);
        }
    }

    void line(String text) {
        yaml.append(text).append('\n');
    }

    /** Tells what could not be read since the last section began: for each answer of Windows what was asked first. */
    void endSection() {
        Map<String, List<WindowsError>> answers = new LinkedHashMap<>();
        refused.forEach(why ->
                answers.computeIfAbsent(why.said(), said -> new ArrayList<>()).add(why));
        refused.clear();
        answers.forEach((said, all) -> {
            Message tried = all.get(0).tried();
            Message what = all.size() == 1
                    ? Message.of("learn.not-read", tried, said)
                    : Message.of("learn.not-read.many", tried, said, all.size() - 1);
            comment(what);
            notRead.add(what);
        });
    }

    /** What could not be read in the sections that have ended. */
    List<Message> notRead() {
        return List.copyOf(notRead);
    }

    /** The text of the profile up to now. */
    String yaml() {
        return yaml.toString();
    }
}
