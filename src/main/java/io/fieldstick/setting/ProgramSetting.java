package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.software.Condition;
import io.fieldstick.setting.software.Installer;
import io.fieldstick.setting.software.ProgramMatch.Answer;
import io.fieldstick.setting.software.ProgramRule;
import io.fieldstick.setting.software.Sighting.Look;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One program is installed, may be, or must not be, as a rule of the profile says.
 *
 * @param plan what can be done about it
 * @param companions the other programs that decide whether the rule applies
 * @param severity as the rule says
 * @param scan shared by the settings of one profile
 */
record ProgramSetting(
        Demand demand,
        ProgramRule rule,
        Plan plan,
        List<Companion> companions,
        Optional<Severity> severity,
        SoftwareScan scan)
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

    /**
     * What can be done about a program.
     *
     * @param install how it is installed from the stick, where the profile says so
     * @param removal how it is uninstalled, where the profile allows it
     * @param agreed whether the user has agreed to it or has asked for it
     */
    record Plan(Optional<InstallProgram> install, Optional<UninstallProgram> removal, boolean agreed) {}

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
        if (isForbidden()) {
            return Message.of("software.forbidden");
        }
        if (demand == Demand.REQUIRED) {
            return Message.of("software.required");
        }
        return Message.of(rule.asksConsent() ? "software.optional-with-consent" : "software.optional");
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

    /** This one as it is when the programs {@code changed} have been installed or removed. */
    ProgramSetting after(Map<String, Boolean> changed) {
        List<Companion> later =
                companions.stream().map(one -> one.after(changed)).toList();
        return new ProgramSetting(demand, rule, plan, later, severity, scan);
    }

    /** Whether its program will be there when this has been brought about; empty where nothing is changed. */
    Optional<Boolean> makes(WindowsView windows) {
        return judgeOn(windows).verdict() instanceof Verdict.Differs differs
                ? Optional.of(differs.changes().stream().anyMatch(InstallProgram.class::isInstance))
                : Optional.empty();
    }

    /** Whether it is installed where it is missing. */
    private boolean isToBeInstalled() {
        boolean demanded = demand == Demand.REQUIRED && !rule.asksConsent();
        return mayBeInstalled() && (demanded || plan.agreed());
    }

    /** Whether the profile says how, and does not forbid it: then nobody's consent counts. */
    private boolean mayBeInstalled() {
        return plan.install().isPresent() && !isForbidden();
    }

    /** Whether the profile forbids it. */
    private boolean isForbidden() {
        return demand == Demand.FORBIDDEN || rule.licence() == ProgramRule.Licence.FORBIDDEN;
    }

    /** Whether it would be installed if the user agreed. */
    private boolean waitsForConsent() {
        return mayBeInstalled() && rule.asksConsent() && !plan.agreed();
    }

    @Override
    public Optional<Message> question(WindowsView windows) {
        Plan ifAgreed = new Plan(plan.install(), plan.removal(), true);
        boolean asked = waitsForConsent()
                && new ProgramSetting(demand, rule, ifAgreed, companions, severity, scan)
                                .judgeOn(windows)
                                .verdict()
                        instanceof Verdict.Differs;
        return asked ? Optional.of(Message.of("software.question", rule.name())) : Optional.empty();
    }

    @Override
    public List<String> installers() {
        return isToBeInstalled()
                ? plan.install().stream()
                        .flatMap(made -> made.installer().parts().stream())
                        .map(Installer.Part::file)
                        .toList()
                : List.of();
    }

    @Override
    public List<Message> obstacles(WindowsView windows) {
        boolean installs = isToBeInstalled() && judgeOn(windows).verdict() instanceof Verdict.Differs;
        return installs
                ? plan.install()
                        .map(made -> made.installer().faultsIn(made.folder(), windows))
                        .orElse(List.of())
                : List.of();
    }

    /** Why it is not installed though the user asks for it; empty where it is. */
    Optional<Message> refusal() {
        String name = rule.name();
        if (isForbidden()) {
            return refusalOfConsent();
        }
        if (demand == Demand.OPTIONAL && rule.licence() != ProgramRule.Licence.FREE) {
            return Optional.of(withReason(Message.of("software.refused.not-free", name)));
        }
        return plan.install().isPresent()
                ? Optional.empty()
                : Optional.of(Message.of("software.refused.no-installer", name));
    }

    /** Why it is not installed though the user agrees to it; empty where it is. */
    Optional<Message> refusalOfConsent() {
        if (isForbidden()) {
            return Optional.of(withReason(Message.of("software.refused.forbidden", rule.name())));
        }
        return rule.asksConsent()
                ? Optional.empty()
                : Optional.of(Message.of("software.refused.no-question", rule.name()));
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
        boolean needed = demand == Demand.REQUIRED || isToBeInstalled();
        boolean forbidden = isForbidden();
        if ((needed || forbidden) && found.has(Answer.VERSION_NOT_STATED)) {
            String question = forbidden ? "software.look-up-forbidden" : "software.look-up-version";
            Message look = Message.of(question, rule.name(), versions());
            return because(found, Answer.VERSION_NOT_STATED, "software.version-not-stated", look);
        }
        if (needed && found.has(Answer.OTHER_VERSION)) {
            Message replace = Message.of("software.replace", rule.name(), versions());
            return because(found, Answer.OTHER_VERSION, "software.other-version", replace);
        }
        return notThere(found);
    }

    private Judgement there(ProgramFinding found) {
        String names = found.names(Answer.YES);
        Verdict verdict = isForbidden() ? unwanted(found, names) : new Verdict.AsDesired();
        return Judgement.of(Message.of("software.installed", names), found.evidence(Answer.YES), verdict);
    }

    private Verdict unwanted(ProgramFinding found, String names) {
        Message remove = Message.of(found.isInList() ? "software.remove" : "software.remove-traces", names);
        return found.isInList() && plan.removal().isPresent()
                ? new Verdict.Differs(List.of(plan.removal().get()))
                : new Verdict.ByHand(withReason(remove));
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
        if (!refused.isEmpty() && (demand != Demand.OPTIONAL || isForbidden() || isToBeInstalled())) {
            Message unsure = Message.of("software.not-found", refused.size());
            Verdict unknown = new Verdict.Unknown(refused.get(0));
            return new Judgement(unsure, found.evidence(), unknown, refused.subList(1, refused.size()));
        }
        return Judgement.of(Message.of("software.not-installed"), found.evidence(), missing());
    }

    private Verdict missing() {
        if (isToBeInstalled()) {
            return Verdict.differs(plan.install().map(List::<Change>of).orElse(List.of()));
        }
        Message ask = Message.of("software.needs-consent", rule.name());
        return switch (demand) {
            case REQUIRED -> new Verdict.ByHand(withReason(waitsForConsent() ? ask : install()));
            case OPTIONAL -> waitsForConsent() ? new Verdict.NotApplicable(ask) : new Verdict.AsDesired();
            case FORBIDDEN -> new Verdict.AsDesired();
        };
    }

    private Message install() {
        return switch (rule.licence()) {
            case FREE -> Message.of("software.install-free", rule.name());
            case LICENSED -> Message.of("software.install-licensed", rule.name());
            case FORBIDDEN, NOT_STATED -> Message.of("software.install", rule.name());
        };
    }

    private Message withReason(Message instruction) {
        return rule.reason().isEmpty() ? instruction : Message.of("software.because", instruction, rule.reason());
    }

    private String versions() {
        return String.join(" | ", rule.versions());
    }
}
