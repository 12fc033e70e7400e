package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.software.Condition;
import io.fieldstick.setting.software.ProgramMatch.Answer;
import io.fieldstick.setting.software.ProgramRule;
import io.fieldstick.setting.software.Sighting.Look;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Optional;

/**
 * One program is installed, may be, or must not be, as a rule of the profile says.
 *
 * @param companions the other programs that decide whether the rule applies
 * @param severity as the rule says
 * @param scan shared by the settings of one profile
 */
record ProgramSetting(
        Demand demand, ProgramRule rule, List<Companion> companions, Optional<Severity> severity, SoftwareScan scan)
        implements Setting<ProgramSetting.State> {

    /**
     * What was read.
     *
     * @param common for all rules
     * @param looks what each trace of the rule led to; none where it does not apply
     * @param companions what each companion finds
     */
    record State(SoftwareScan.State common, List<Look> looks, List<ProgramFinding> companions) {
        State {
            looks = List.copyOf(looks);
            companions = List.copyOf(companions);
        }
    }

    ProgramSetting {
        companions = List.copyOf(companions);
    }

    /** What a rule demands of its program. */
    enum Demand {
        REQUIRED("required"),
        OPTIONAL("optional"),
        FORBIDDEN("forbidden");

        private final String word;

        Demand(String word) {
            this.word = word;
        }

        /** The list of the profile that the rule stands in. */
        String word() {
            return word;
        }
    }

    @Override
    public String name() {
        return Software.SECTION + "/" + rule.name();
    }

    @Override
    public Message title() {
        return Message.of("software.title", rule.name());
    }

    @Override
    public Message desired() {
        return switch (demand) {
            case REQUIRED -> Message.of("software.required");
            case OPTIONAL ->
                rule.asksConsent() ? Message.of("software.optional-with-consent") : Message.of("software.optional");
            case FORBIDDEN -> Message.of("software.forbidden");
        };
    }

    @Override
    public State read(WindowsView windows) {
        SoftwareScan.State common = scan.read(windows, name());
        List<ProgramFinding> others = companions.stream()
                .map(companion -> new ProgramFinding(
                        companion.rule(), common, ProgramFinding.looks(companion.rule(), common.places())))
                .toList();
        State known = new State(common, List.of(), others);
        return notApplying(known).isPresent()
                ? known
                : new State(common, ProgramFinding.looks(rule, common.places()), others);
    }

    @Override
    public Judgement judge(State actual) {
        return notApplying(actual).orElseGet(() -> judge(new ProgramFinding(rule, actual.common(), actual.looks())));
    }

    /** The judgement where the rule is not for this machine, or that cannot be told. */
    private Optional<Judgement> notApplying(State actual) {
        for (Condition condition : rule.conditions()) {
            Reading<Boolean> holds = condition.holdsFor(actual.common().equipment());
            if (!holds.orElse(false)) {
                return Optional.of(notApplying(condition.title(), holds, List.of()));
            }
        }
        for (int i = 0; i < companions.size(); i++) {
            ProgramFinding finding = actual.companions().get(i);
            Reading<Boolean> holds = companions.get(i).holdsFor(finding);
            if (!holds.orElse(false)) {
                return Optional.of(notApplying(companions.get(i).title(), holds, finding.evidence(Answer.YES)));
            }
        }
        return Optional.empty();
    }

    private static Judgement notApplying(Message condition, Reading<Boolean> holds, List<Evidence> evidence) {
        Message unless = Message.of("software.only-with", condition);
        Verdict verdict = holds instanceof Reading.Unreadable<Boolean> refused
                ? new Verdict.Unknown(refused.why())
                : new Verdict.NotApplicable(unless);
        return Judgement.of(unless, evidence, verdict);
    }

    private Judgement judge(ProgramFinding found) {
        if (found.has(Answer.YES)) {
            return there(found);
        }
        if (found.has(Answer.TOO_SLOW)) {
            return because(found, Answer.TOO_SLOW, "software.too-slow", Message.of("software.simplify", rule.name()));
        }
        if (demand == Demand.REQUIRED && found.has(Answer.VERSION_NOT_STATED)) {
            Message look = Message.of("software.look-up-version", rule.name(), versions());
            return because(found, Answer.VERSION_NOT_STATED, "software.version-not-stated", look);
        }
        if (demand == Demand.REQUIRED && found.has(Answer.OTHER_VERSION)) {
            Message replace = Message.of("software.replace", rule.name(), versions());
            return because(found, Answer.OTHER_VERSION, "software.other-version", replace);
        }
        return notThere(found);
    }

    private Judgement there(ProgramFinding found) {
        String names = found.names(Answer.YES);
        Message remove = Message.of(found.isInList() ? "software.remove" : "software.remove-traces", names);
        Verdict verdict = demand == Demand.FORBIDDEN ? new Verdict.ByHand(withReason(remove)) : new Verdict.AsDesired();
        return Judgement.of(Message.of("software.installed", names), found.evidence(Answer.YES), verdict);
    }

    /** It is there in some way, and a person must decide. */
    private Judgement because(ProgramFinding found, Answer answer, String key, Message instruction) {
        return Judgement.of(
                Message.of(key, found.names(answer)),
                found.evidence(answer),
                new Verdict.ByHand(withReason(instruction)));
    }

    private Judgement notThere(ProgramFinding found) {
        List<WindowsError> refused = found.refused();
        if (!refused.isEmpty() && demand != Demand.OPTIONAL) {
            Message unsure = Message.of("software.not-found", refused.size());
            Verdict unknown = new Verdict.Unknown(refused.get(0));
            return new Judgement(unsure, found.evidence(), unknown, refused.subList(1, refused.size()));
        }
        Verdict verdict =
                demand == Demand.REQUIRED ? new Verdict.ByHand(withReason(install())) : new Verdict.AsDesired();
        return Judgement.of(Message.of("software.not-installed"), found.evidence(), verdict);
    }

    private Message install() {
        return switch (rule.licence()) {
            case FREE -> Message.of("software.install-free", rule.name());
            case LICENSED -> Message.of("software.install-licensed", rule.name());
            case NOT_STATED -> Message.of("software.install", rule.name());
        };
    }

    private Message withReason(Message instruction) {
        return rule.reason().isEmpty() ? instruction : Message.of("software.because", instruction, rule.reason());
    }

    private String versions() {
        return String.join(" | ", rule.versions());
    }
}
