package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.SourceText;
import io.fieldstick.profile.Span;
import io.fieldstick.profile.Value;
import io.fieldstick.setting.hostname.HostNameRules;
import io.fieldstick.setting.hostname.HostNames;
import io.fieldstick.setting.hostname.LuSpelling;
import io.fieldstick.setting.hostname.NamingRules;
import io.fieldstick.setting.hostname.Occupant;
import io.fieldstick.setting.hostname.UserStyle;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The computer has the name that the profile's pattern gives it.
 *
 * @param pattern the pattern, {@code BCIA-{dept}-{user}}
 * @param hostName the whole name; empty where department or user were not given: then any name of the pattern will do
 * @param numbered names that are as good, because the profile numbers a name that another computer has
 */
public record HostName(String pattern, Optional<String> hostName, List<String> numbered)
        implements Setting<HostName.State> {
    private static final String NUMBER = "number";
    private static final String ANY = "[A-Za-z0-9-]+";

    /** With the least that stands beside it in a name. */
    private static final Shape CODE = Shape.text()
            .matching("[A-Za-z0-9-]{1,14}", Message.of("host-name.field.code"))
            .example("IT");

    public static final SettingKind KIND = new SettingKind(
            "host-name",
            Shape.record(
                    Field.required(
                            "pattern",
                            Shape.text().example("BCIA-{dept}-{user}").leaving(Answers.DEPARTMENT, Answers.USER),
                            Message.of("host-name.field.pattern")),
                    Field.optional("departments", Shape.mapOf(CODE), Message.of("host-name.field.departments")),
                    Field.optional(
                            "user-style",
                            Shape.choice(UserStyle.SURNAME_INITIALS.word(), UserStyle.INITIALS.word()),
                            Message.of("host-name.field.user-style")),
                    Field.optional(
                            "if-too-long",
                            Shape.choice("refuse", UserStyle.INITIALS.word()),
                            Message.of("host-name.field.if-too-long")),
                    Field.optional(
                            "u-umlaut",
                            Shape.choice(LuSpelling.LV.word(), LuSpelling.LYU.word(), LuSpelling.LU.word()),
                            Message.of("host-name.field.u-umlaut")),
                    Field.optional("if-taken", Shape.choice("refuse", NUMBER), Message.of("host-name.field.if-taken"))),
            Message.of("host-name.section"),
            HostName::make);

    /** The names, whether a domain controls them, and the account by which it may be asked to change them. */
    public record State(ComputerName names, Reading<Machine.Membership> membership, Optional<String> domainAccount) {}

    private static List<Setting<?>> make(Value section, Answers answers, List<Problem> problems) {
        Value.RecordValue record = section.asRecord();
        String pattern = record.text("pattern");
        Span at = record.required("pattern").span();
        List<Message> hopeless = HostNames.problemsOf(pattern);
        if (!hopeless.isEmpty()) {
            hopeless.forEach(problem -> problems.add(Problem.of(problem, at)));
            return List.of();
        }
        Optional<String> given = answers.to(Answers.HOST_NAME);
        Optional<Occupant> occupant = answers.occupant();
        if (given.isPresent()) {
            return given(pattern, given.get(), problems);
        }
        if (occupant.isEmpty()) {
            return List.of(new HostName(pattern, Optional.empty(), List.of()));
        }
        NamingRules rules = rules(record);
        HostNames.Result result = new HostNames(rules).of(occupant.get());
        if (!result.isUsable()) {
            problems.addAll(problems(result, at));
            return List.of();
        }
        return List.of(new HostName(
                pattern, Optional.of(result.name()), rules.numberIfTaken() ? result.numbered() : List.of()));
    }

    private static List<Setting<?>> given(String pattern, String name, List<Problem> problems) {
        SourceText option = SourceText.option("--set", Answers.HOST_NAME + "=" + name);
        Span at =
                new Span(option, 1, Answers.HOST_NAME.length() + 2, Math.max(1, name.codePointCount(0, name.length())));
        List<Message> wrong = HostNameRules.problemsOf(name);
        wrong.forEach(problem -> problems.add(Problem.of(problem, at)));
        return wrong.isEmpty() ? List.of(new HostName(pattern, Optional.of(name), List.of())) : List.of();
    }

    /** What the section says of how names are made. */
    public static NamingRules rules(Value.RecordValue section) {
        return new NamingRules(
                section.text("pattern"),
                section.textMap("departments"),
                word(section, "user-style").equals(UserStyle.INITIALS.word())
                        ? UserStyle.INITIALS
                        : UserStyle.SURNAME_INITIALS,
                Stream.of(LuSpelling.values())
                        .filter(lu -> lu.word().equals(word(section, "u-umlaut")))
                        .findFirst()
                        .orElse(LuSpelling.LV),
                word(section, "if-too-long").equals(UserStyle.INITIALS.word())
                        ? Optional.of(UserStyle.INITIALS)
                        : Optional.empty(),
                word(section, "if-taken").equals(NUMBER));
    }

    private static String word(Value.RecordValue section, String field) {
        return section.optionalText(field).orElse("");
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
        return new State(ComputerName.of(windows), windows.machine().membership(), windows.domainAccount());
    }

    @Override
    public Judgement judge(State actual) {
        List<Evidence> evidence = new ArrayList<>(actual.names().evidence());
        for (Reading<String> name :
                List.of(actual.names().pending(), actual.names().active())) {
            if (name instanceof Reading.Unreadable<String> refused) {
                return new Judgement(
                        Message.of("host-name.unknown"), evidence, new Verdict.Unknown(refused.why()), List.of());
            }
        }
        String pending = actual.names().pending().orElse("");
        String active = actual.names().active().orElse("");
        Message is = pending.equalsIgnoreCase(active)
                ? Message.of("host-name.is", active)
                : Message.of("host-name.becomes", active, pending);
        return new Judgement(is, evidence, verdict(pending, active, actual), List.of());
    }

    private Verdict verdict(String pending, String active, State actual) {
        if (matches(pending)) {
            return pending.equalsIgnoreCase(active)
                    ? new Verdict.AsDesired()
                    : new Verdict.Pending(InForce.AFTER_RESTART);
        }
        if (hostName.isEmpty()) {
            return new Verdict.ByHand(Message.of("host-name.needs-answers", pattern));
        }
        if (actual.membership() instanceof Reading.Unreadable<Machine.Membership> refused) {
            // A member of a domain that is renamed here alone can no longer sign in to it.
            return new Verdict.Unknown(refused.why());
        }
        if (isMember(actual.membership())) {
            String domain = actual.membership().map(Machine.Membership::name).orElse("");
            return actual.domainAccount().isPresent()
                    ? new Verdict.Differs(List.of(new RenameInDomain(hostName.get())))
                    : new Verdict.ByHand(Message.of("host-name.domain-member", domain, hostName.get()));
        }
        return new Verdict.Differs(List.of(new RenameComputer(hostName.get())));
    }

    /** Whether this name can only be brought about by an account of the domain, and none was given yet. */
    public boolean needsDomainAccount(WindowsView windows) {
        State actual = read(windows);
        String pending = actual.names().pending().orElse("");
        return hostName.isPresent()
                && !matches(pending)
                && isMember(actual.membership())
                && actual.domainAccount().isEmpty();
    }

    private static boolean isMember(Reading<Machine.Membership> membership) {
        return membership.map(Machine.Membership::domain).orElse(false);
    }

    private boolean matches(String actual) {
        return hostName.map(name ->
                        name.equalsIgnoreCase(actual) || numbered.stream().anyMatch(actual::equalsIgnoreCase))
                .orElseGet(() -> actual.length() <= HostNameRules.MOST_CHARACTERS
                        && anyOf(pattern).matcher(actual).matches());
    }

    /** Matches every name that the pattern can give: each of its places stands for letters, digits and hyphens. */
    private static Pattern anyOf(String pattern) {
        String regex = Pattern.compile("\\{[a-z-]+}")
                .splitAsStream(pattern)
                .map(Pattern::quote)
                .reduce((before, after) -> before + ANY + after)
                .orElse("");
        return Pattern.compile(regex + (pattern.endsWith("}") ? ANY : ""), Pattern.CASE_INSENSITIVE);
    }
}
