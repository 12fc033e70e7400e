package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Span;
import io.fieldstick.profile.Value;
import io.fieldstick.setting.hostname.HostNames;
import io.fieldstick.setting.hostname.LuSpelling;
import io.fieldstick.setting.hostname.UserStyle;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The computer has the name that the profile's pattern gives it.
 *
 * @param pattern the pattern, {@code BCIA-{dept}-{user}}
 * @param hostName the whole name; empty where department or user were not given: then any name of the pattern will do
 */
public record HostName(String pattern, Optional<String> hostName) implements Setting<HostName.State> {
    public static final SettingKind KIND = new SettingKind(
            "host-name",
            Shape.record(
                    Field.required(
                            "pattern",
                            Shape.text().example("BCIA-{dept}-{user}").leaving(Answers.DEPARTMENT, Answers.USER),
                            Message.of("host-name.field.pattern")),
                    Field.optional("departments", Shape.mapOf(Shape.text()), Message.of("host-name.field.departments")),
                    Field.optional(
                            "user-style",
                            Shape.choice(UserStyle.SURNAME_INITIALS.word(), UserStyle.INITIALS.word()),
                            Message.of("host-name.field.user-style"))),
            Message.of("host-name.section"),
            HostName::make);

    /** The names, and whether a domain controls them. */
    public record State(ComputerName names, Reading<Machine.Membership> membership) {}

    private static List<Setting<?>> make(Value section, Answers answers, List<Problem> problems) {
        Value.RecordValue record = section.asRecord();
        String pattern = record.text("pattern");
        Optional<String> dept = answers.to(Answers.DEPARTMENT);
        Optional<String> user = answers.to(Answers.USER);
        if (dept.isEmpty() || user.isEmpty()) {
            return List.of(new HostName(pattern, Optional.empty()));
        }
        HostNames.Result result = names(record).from(dept.get(), user.get());
        if (!result.isUsable()) {
            problems.addAll(problems(result, record.required("pattern").span()));
            return List.of();
        }
        return List.of(new HostName(pattern, Optional.of(result.name())));
    }

    /** What makes host names by the rules of a profile's section. */
    public static HostNames names(Value.RecordValue section) {
        return new HostNames(section.text("pattern"), section.textMap("departments"), style(section), LuSpelling.LV);
    }

    private static UserStyle style(Value.RecordValue record) {
        String word = record.optionalText("user-style").orElse(UserStyle.SURNAME_INITIALS.word());
        return word.equals(UserStyle.INITIALS.word()) ? UserStyle.INITIALS : UserStyle.SURNAME_INITIALS;
    }

    private static List<Problem> problems(HostNames.Result result, Span pattern) {
        return result.problems().stream()
                .map(problem -> new Problem(problem, pattern, Optional.empty(), result.help(), result.steps()))
                .toList();
    }

    @Override
    public String name() {
        return "host-name";
    }

    @Override
    public Message title() {
        return Message.of("host-name.title");
    }

    @Override
    public Message desired() {
        return Message.of(hostName.isPresent() ? "host-name.is" : "host-name.like", hostName.orElse(pattern));
    }

    @Override
    public State read(WindowsView windows) {
        return new State(ComputerName.of(windows), windows.machine().membership());
    }

    @Override
    public Judgement judge(State actual) {
        List<Evidence> evidence = new ArrayList<>(actual.names().evidence());
        List<WindowsError> unreadable = new ArrayList<>();
        if (actual.names().pending() instanceof Reading.Unreadable<String> refused) {
            return new Judgement(
                    Message.of("host-name.unknown"), evidence, new Verdict.Unknown(refused.why()), List.of());
        }
        if (actual.membership() instanceof Reading.Unreadable<Machine.Membership> refused) {
            unreadable.add(refused.why());
        }
        String pending = actual.names().pending().orElse("");
        String active = actual.names().active().orElse("");
        Message is = pending.equalsIgnoreCase(active)
                ? Message.of("host-name.is", active)
                : Message.of("host-name.becomes", active, pending);
        return new Judgement(is, evidence, verdict(pending, active, actual.membership()), unreadable);
    }

    private Verdict verdict(String pending, String active, Reading<Machine.Membership> membership) {
        if (matches(pending)) {
            return pending.equalsIgnoreCase(active)
                    ? new Verdict.AsDesired()
                    : new Verdict.Pending(InForce.AFTER_RESTART);
        }
        if (hostName.isEmpty()) {
            return new Verdict.ByHand(Message.of("host-name.needs-answers", pattern));
        }
        if (membership instanceof Reading.Present<Machine.Membership> member
                && member.value().domain()) {
            return new Verdict.ByHand(
                    Message.of("host-name.domain-member", member.value().name(), hostName.get()));
        }
        return new Verdict.Differs(List.of(new RenameComputer(hostName.get())));
    }

    private boolean matches(String actual) {
        return hostName.map(actual::equalsIgnoreCase)
                .orElseGet(() -> anyOf(pattern).matcher(actual).matches());
    }

    /** Matches every name that the pattern can give: each of its places stands for letters and digits. */
    private static Pattern anyOf(String pattern) {
        String regex = Pattern.compile("\\{[a-z-]+}")
                .splitAsStream(pattern)
                .map(Pattern::quote)
                .reduce((before, after) -> before + "[A-Za-z0-9]+" + after)
                .orElse("");
        return Pattern.compile(regex + (pattern.endsWith("}") ? "[A-Za-z0-9]+" : ""), Pattern.CASE_INSENSITIVE);
    }
}
