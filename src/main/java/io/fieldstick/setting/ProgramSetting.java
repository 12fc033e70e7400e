package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.software.Condition;
import io.fieldstick.setting.software.ProgramMatch.Answer;
import io.fieldstick.setting.software.ProgramRule;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.InstalledPrograms;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One program is installed, may be, or must not be, as a rule of the profile says.
 *
 * @param severity as the rule says
 * @param scan shared by the settings of one profile
 */
record ProgramSetting(Demand demand, ProgramRule rule, Optional<Severity> severity, SoftwareScan scan)
        implements Setting<SoftwareScan.State> {

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
    public SoftwareScan.State read(WindowsView windows) {
        return scan.read(windows, name());
    }

    @Override
    public Judgement judge(SoftwareScan.State actual) {
        for (Condition condition : rule.conditions()) {
            Reading<Boolean> holds = condition.holdsFor(actual.equipment());
            if (!holds.orElse(false)) {
                return notApplying(condition, holds);
            }
        }
        return new Finding(actual.installed()).judgement();
    }

    private static Judgement notApplying(Condition condition, Reading<Boolean> holds) {
        Message unless = Message.of("software.only-with", condition.title());
        Verdict verdict = holds instanceof Reading.Unreadable<Boolean> refused
                ? new Verdict.Unknown(refused.why())
                : new Verdict.NotApplicable(unless);
        return Judgement.of(unless, List.of(), verdict);
    }

    /** What the rule finds among the installed programs. */
    private final class Finding {
        private final Map<Answer, List<InstalledProgram>> found;
        private final List<WindowsError> refused;

        Finding(InstalledPrograms installed) {
            this.found = rule.sort(installed);
            this.refused = installed.refused();
        }

        Judgement judgement() {
            if (found.containsKey(Answer.YES)) {
                return there();
            }
            if (found.containsKey(Answer.TOO_SLOW)) {
                return because(Answer.TOO_SLOW, "software.too-slow", Message.of("software.simplify", rule.name()));
            }
            if (demand == Demand.REQUIRED && found.containsKey(Answer.VERSION_NOT_STATED)) {
                Message look = Message.of("software.look-up-version", rule.name(), versions());
                return because(Answer.VERSION_NOT_STATED, "software.version-not-stated", look);
            }
            if (demand == Demand.REQUIRED && found.containsKey(Answer.OTHER_VERSION)) {
                Message replace = Message.of("software.replace", rule.name(), versions());
                return because(Answer.OTHER_VERSION, "software.other-version", replace);
            }
            return notThere();
        }

        private Judgement there() {
            Verdict verdict = demand == Demand.FORBIDDEN
                    ? new Verdict.ByHand(withReason(Message.of("software.remove", names(Answer.YES))))
                    : new Verdict.AsDesired();
            return Judgement.of(Message.of("software.installed", names(Answer.YES)), evidence(Answer.YES), verdict);
        }

        /** It is there in some way, and a person must decide. */
        private Judgement because(Answer answer, String key, Message instruction) {
            return Judgement.of(
                    Message.of(key, names(answer)), evidence(answer), new Verdict.ByHand(withReason(instruction)));
        }

        private Judgement notThere() {
            List<Evidence> evidence = found.values().stream()
                    .flatMap(List::stream)
                    .map(InstalledProgram::evidence)
                    .toList();
            if (!refused.isEmpty() && demand != Demand.OPTIONAL) {
                List<WindowsError> more = refused.subList(1, refused.size());
                Message unsure = Message.of("software.not-found", refused.size());
                return new Judgement(unsure, evidence, new Verdict.Unknown(refused.get(0)), more);
            }
            Verdict verdict =
                    demand == Demand.REQUIRED ? new Verdict.ByHand(withReason(install())) : new Verdict.AsDesired();
            return Judgement.of(Message.of("software.not-installed"), evidence, verdict);
        }

        private String names(Answer answer) {
            return found.getOrDefault(answer, List.of()).stream()
                    .map(Software::words)
                    .collect(Collectors.joining("; "));
        }

        private List<Evidence> evidence(Answer answer) {
            return found.getOrDefault(answer, List.of()).stream()
                    .map(InstalledProgram::evidence)
                    .toList();
        }
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
        return rule.anyOf().stream()
                .map(match -> match.version().toString())
                .filter(range -> !range.isEmpty())
                .distinct()
                .collect(Collectors.joining(" | "));
    }
}
