package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;

/** How a setting that consists of registry values of the machine and of its loaded users is judged. */
final class Judgements {
    private Judgements() {}

    /**
     * As desired where every value is. Users that cannot be listed, and values that cannot be read, are told as
     * unreadable and the rest is judged; where nothing else differs, it is not known whether all is as desired.
     *
     * @param more evidence that is no value of {@code values}: policies, effective values
     */
    static Judgement ofRegistry(
            Reading<List<String>> users,
            RegistryState values,
            Message asDesired,
            Message differs,
            List<Evidence> more) {
        List<WindowsError> unreadable = new ArrayList<>(values.unreadable());
        if (users instanceof Reading.Unreadable<List<String>> refused) {
            unreadable.add(refused.why());
        }
        List<Evidence> evidence = new ArrayList<>(values.evidence());
        evidence.addAll(more);
        List<Change> changes = values.changes();
        if (changes.isEmpty() && !unreadable.isEmpty()) {
            return unknown(evidence, unreadable);
        }
        return new Judgement(changes.isEmpty() ? asDesired : differs, evidence, Verdict.differs(changes), unreadable);
    }

    /**
     * {@code judgement} where {@code readings} matter to it too, as policies that beat a value and the effective one: what
     * of them cannot be read is told, and where nothing else differs it is not known whether all is as desired.
     */
    static Judgement heeding(Judgement judgement, List<? extends Reading<?>> readings) {
        List<WindowsError> refused = new ArrayList<>();
        for (Reading<?> reading : readings) {
            if (reading instanceof Reading.Unreadable<?> unreadable) {
                refused.add(unreadable.why());
            }
        }
        if (refused.isEmpty()) {
            return judgement;
        }
        List<WindowsError> all = new ArrayList<>(judgement.unreadable());
        all.addAll(refused);
        return judgement.verdict() instanceof Verdict.AsDesired
                ? unknown(judgement.evidence(), all)
                : new Judgement(judgement.actual(), judgement.evidence(), judgement.verdict(), all);
    }

    /** Whether this process runs as one of {@code users}, so that what Windows does for them can be asked. */
    static boolean canBeAsked(Reading<List<String>> users, WindowsView windows) {
        return users.orElse(List.of()).contains(windows.machine().processUser().orElse(""));
    }

    /** All of {@code parts}, at least one, as one sentence. */
    static Message joined(List<Message> parts) {
        return parts.stream()
                .reduce((one, next) -> Message.of("setting.and", one, next))
                .orElseThrow();
    }

    /** Not known, because of {@code refused}, at least one. */
    static Judgement unknown(List<Evidence> evidence, List<WindowsError> refused) {
        return new Judgement(
                Message.of("setting.unknown"),
                evidence,
                new Verdict.Unknown(refused.get(0)),
                refused.subList(1, refused.size()));
    }

    /** Nothing is known, because {@code missing} could not be read, or Windows has no such thing to be asked. */
    static Judgement unknown(Reading<?> missing) {
        return unknown(missing, Message.of("setting.unknown.tried"));
    }

    /** The same, saying that {@code tried} is what Windows has no answer to where it has none. */
    static Judgement unknown(Reading<?> missing, Message tried) {
        WindowsError why = missing instanceof Reading.Unreadable<?> refused
                ? refused.why()
                : new WindowsError(tried, WindowsError.NOT_SUPPORTED, "");
        return Judgement.of(Message.of("setting.unknown"), List.of(), new Verdict.Unknown(why));
    }

    /** The same judgement with other evidence. */
    static Judgement with(Judgement judgement, List<Evidence> evidence) {
        return new Judgement(judgement.actual(), evidence, judgement.verdict(), judgement.unreadable());
    }

    /** The same judgement with another verdict; what could not be read is told all the same. */
    static Judgement with(Judgement judgement, Verdict verdict) {
        List<WindowsError> unreadable = new ArrayList<>(judgement.unreadable());
        if (judgement.verdict() instanceof Verdict.Unknown unknown) {
            unreadable.add(0, unknown.why());
        }
        return new Judgement(judgement.actual(), judgement.evidence(), verdict, unreadable);
    }

    /** Whether nothing that was read is to be changed, so that it matters what beats it. */
    static boolean isWritten(Judgement judgement) {
        return judgement.verdict() instanceof Verdict.AsDesired || judgement.verdict() instanceof Verdict.Unknown;
    }
}
