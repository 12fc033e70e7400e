package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.software.Condition;
import io.fieldstick.setting.software.ProgramMatch.Answer;
import io.fieldstick.setting.software.ProgramRule;
import io.fieldstick.setting.software.Sighting;
import io.fieldstick.setting.software.Sighting.Look;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.EnumMap;
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
        implements Setting<ProgramSetting.State> {

    /** What was read for all rules, and what each trace of this one led to. */
    record State(SoftwareScan.State common, List<Look> looks) {
        State {
            looks = List.copyOf(looks);
        }
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
        boolean applies = rule.conditions().stream()
                .allMatch(condition -> condition.holdsFor(common.equipment()).orElse(false));
        List<Look> looks = applies
                ? rule.traces().stream().map(trace -> trace.in(common.places())).toList()
                : List.of();
        return new State(common, looks);
    }

    @Override
    public Judgement judge(State actual) {
        for (Condition condition : rule.conditions()) {
            Reading<Boolean> holds = condition.holdsFor(actual.common().equipment());
            if (!holds.orElse(false)) {
                return notApplying(condition, holds);
            }
        }
        return new Finding(actual).judgement();
    }

    private static Judgement notApplying(Condition condition, Reading<Boolean> holds) {
        Message unless = Message.of("software.only-with", condition.title());
        Verdict verdict = holds instanceof Reading.Unreadable<Boolean> refused
                ? new Verdict.Unknown(refused.why())
                : new Verdict.NotApplicable(unless);
        return Judgement.of(unless, List.of(), verdict);
    }

    /** What the rule finds among the installed programs and by the other traces that it knows. */
    private final class Finding {
        private final Map<Answer, List<Sighting>> found = new EnumMap<>(Answer.class);
        private final List<WindowsError> refused = new ArrayList<>();
        private final boolean inList;

        Finding(State state) {
            rule.sort(state.common().installed())
                    .forEach((answer, programs) -> programs.forEach(
                            program -> add(new Sighting(answer, Software.words(program), program.evidence()))));
            inList = found.containsKey(Answer.YES);
            if (!rule.anyOf().isEmpty()) {
                refused.addAll(state.common().installed().refused());
            }
            for (Look look : state.looks()) {
                look.seen().forEach(this::add);
                refused.addAll(look.refused());
            }
        }

        private void add(Sighting sighting) {
            found.computeIfAbsent(sighting.answer(), answer -> new ArrayList<>())
                    .add(sighting);
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
            Verdict verdict =
                    demand == Demand.FORBIDDEN ? new Verdict.ByHand(withReason(remove())) : new Verdict.AsDesired();
            return Judgement.of(Message.of("software.installed", names(Answer.YES)), evidence(Answer.YES), verdict);
        }

        private Message remove() {
            String names = names(Answer.YES);
            return inList ? Message.of("software.remove", names) : Message.of("software.remove-traces", names);
        }

        /** It is there in some way, and a person must decide. */
        private Judgement because(Answer answer, String key, Message instruction) {
            return Judgement.of(
                    Message.of(key, names(answer)), evidence(answer), new Verdict.ByHand(withReason(instruction)));
        }

        private Judgement notThere() {
            List<Evidence> evidence = found.values().stream()
                    .flatMap(List::stream)
                    .map(Sighting::evidence)
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
                    .map(Sighting::name)
                    .collect(Collectors.joining("; "));
        }

        private List<Evidence> evidence(Answer answer) {
            return found.getOrDefault(answer, List.of()).stream()
                    .map(Sighting::evidence)
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
        return String.join(" | ", rule.versions());
    }
}
