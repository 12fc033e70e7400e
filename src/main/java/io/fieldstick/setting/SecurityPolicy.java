package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.DidYouMean;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
import io.fieldstick.profile.Value.RecordValue;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** The profile's section about the local security policy: one setting for each thing that it asks of it. */
public final class SecurityPolicy {
    static final String SECTION = "security-policy";

    public static final SettingKind KIND = new SettingKind(
            SECTION,
            Shape.record(
                    Field.optional("passwords", PasswordRules.SHAPE, Message.of("security-policy.field.passwords")),
                    Field.optional("lockout", LockoutRules.SHAPE, Message.of("security-policy.field.lockout")),
                    Field.optional(
                            "audit",
                            Shape.mapOf(Shape.choice(AuditRule.CHOICES.toArray(String[]::new))),
                            Message.of("security-policy.field.audit")),
                    Field.optional(
                            "rights",
                            Shape.mapOf(Shape.listOf(Shape.text().example("administrators"))),
                            Message.of("security-policy.field.rights")),
                    Field.optional("options", Shape.mapOf(Shape.text()), Message.of("security-policy.field.options"))),
            Message.of("security-policy.section"),
            (section, answers, problems) -> settings(section.asRecord(), problems));

    private SecurityPolicy() {}

    private static List<Setting<?>> settings(RecordValue section, List<Problem> problems) {
        List<Setting<?>> settings = new ArrayList<>();
        section.optional("passwords")
                .flatMap(rules -> passwords(rules.asRecord(), problems))
                .ifPresent(settings::add);
        section.optional("lockout")
                .flatMap(rules -> lockout(rules.asRecord(), problems))
                .ifPresent(settings::add);
        section.optional("audit")
                .ifPresent(rules -> rules.asRecord()
                        .fields()
                        .forEach((name, choice) -> audit(name, choice, problems).ifPresent(settings::add)));
        section.optional("rights")
                .ifPresent(rights -> rights.asRecord()
                        .fields()
                        .forEach((name, accounts) ->
                                right(name, accounts, problems).ifPresent(settings::add)));
        section.optional("options")
                .ifPresent(options -> options.asRecord()
                        .fields()
                        .forEach((name, value) -> option(name, value, problems).ifPresent(settings::add)));
        return settings;
    }

    private static Optional<Setting<?>> passwords(RecordValue written, List<Problem> problems) {
        PasswordRules rules = PasswordRules.of(written);
        if (rules.isContradictory()) {
            problems.add(Problem.of(
                    Message.of("security-policy.problem.ages"),
                    written.required("minimum-age-days").span()));
            return Optional.empty();
        }
        return Optional.of(rules);
    }

    private static Optional<Setting<?>> lockout(RecordValue written, List<Problem> problems) {
        LockoutRules rules = LockoutRules.of(written);
        if (rules.duration() < rules.window()) {
            problems.add(Problem.of(
                    Message.of("security-policy.problem.window", rules.window(), rules.duration()),
                    written.required("window-minutes").span()));
            return Optional.empty();
        }
        return Optional.of(rules);
    }

    private static Optional<Setting<?>> audit(String name, Value choice, List<Problem> problems) {
        Optional<AuditRule> rule = AuditRule.of(name, choice.asText());
        if (rule.isEmpty()) {
            Problem problem = Problem.of(Message.of("security-policy.problem.audit", name), choice.span());
            problems.add(DidYouMean.on(problem, name, AuditRule.names()));
        }
        return rule.map(known -> known);
    }

    private static Optional<Setting<?>> right(String name, Value accounts, List<Problem> problems) {
        int before = problems.size();
        if (!name.matches(UserRight.CONSTANT)) {
            problems.add(Problem.of(Message.of("security-policy.problem.right", name), accounts.span()));
        }
        NavigableSet<String> sids = new TreeSet<>();
        for (Value account : accounts.asList().items()) {
            Optional<String> sid = UserRight.sid(account.asText());
            sid.ifPresent(sids::add);
            if (sid.isEmpty()) {
                Problem problem =
                        Problem.of(Message.of("security-policy.problem.account", account.asText()), account.span());
                problems.add(DidYouMean.on(problem, account.asText(), UserRight.names()));
            }
        }
        UserRight right = new UserRight(name, sids);
        if (problems.size() == before && right.locksOut()) {
            problems.add(Problem.of(Message.of("security-policy.problem.locks-out", name), accounts.span()));
        }
        return problems.size() == before ? Optional.of(right) : Optional.empty();
    }

    private static Optional<Setting<?>> option(String name, Value value, List<Problem> problems) {
        if (!SecurityOption.isKnown(name)) {
            Problem problem = Problem.of(Message.of("security-policy.problem.option", name), value.span());
            problems.add(DidYouMean.on(problem, name, SecurityOption.names()));
            return Optional.empty();
        }
        Optional<SecurityOption> option = SecurityOption.of(name, value.asText());
        if (option.isEmpty()) {
            problems.add(Problem.of(
                    Message.of("security-policy.problem.number", name, SecurityOption.most(name)), value.span()));
        }
        return option.map(known -> known);
    }

    /** The number under {@code name}; empty where it is not written. */
    static OptionalInt number(RecordValue written, String name) {
        return written.optional(name)
                .map(value -> OptionalInt.of(Math.toIntExact(value.asWhole())))
                .orElseGet(OptionalInt::empty);
    }
}
