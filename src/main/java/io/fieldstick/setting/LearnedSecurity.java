package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.YamlText;
import io.fieldstick.windows.AuditChoice;
import io.fieldstick.windows.LockoutPolicy;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.PasswordPolicy;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.SecurityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The local security policy of a machine: whatever of it the profile's section can say and Windows tells. */
final class LearnedSecurity {
    private final ProfileDraft draft;
    private final SecurityView security;
    private final List<String> lines = new ArrayList<>();
    private final List<String> unsayable = new ArrayList<>();
    private final List<String> ofThisComputer = new ArrayList<>();

    private LearnedSecurity(ProfileDraft draft) {
        this.draft = draft;
        this.security = draft.windows().security();
    }

    static void write(ProfileDraft draft) {
        new LearnedSecurity(draft).write();
    }

    private void write() {
        draft.section(Message.of("learn.security"));
        draft.read(draft.windows().machine().membership())
                .filter(Machine.Membership::domain)
                .ifPresent(
                        member -> draft.comment(Message.of("learn.security.domain", YamlText.quoted(member.name()))));
        draft.read(security.passwords()).ifPresent(this::passwords);
        draft.read(security.lockout()).ifPresent(this::lockout);
        audit();
        rights();
        options();
        if (lines.isEmpty()) {
            draft.nothing(Message.of("learn.security.none"));
        } else {
            draft.line(SecurityPolicy.SECTION + ":");
            lines.forEach(draft::line);
        }
        if (!unsayable.isEmpty()) {
            draft.comment(Message.of("learn.security.unsayable", String.join(", ", unsayable)));
        }
        if (!ofThisComputer.isEmpty()) {
            draft.comment(Message.of("learn.security.own-accounts", String.join(", ", ofThisComputer)));
        }
    }

    private void passwords(PasswordPolicy is) {
        PasswordRules rules = PasswordRules.holding(is);
        if (!rules.isWhole()) {
            unsayable.add("passwords");
        }
        List<String> written = new ArrayList<>();
        number("minimum-length", rules.minimumLength(), written);
        number("maximum-age-days", rules.maximumAge(), written);
        number("minimum-age-days", rules.minimumAge(), written);
        number("history", rules.history(), written);
        if (!written.isEmpty() && draft.passes(rules)) {
            lines.add("  passwords:");
            lines.addAll(written);
        }
    }

    private static void number(String name, OptionalInt number, List<String> written) {
        number.ifPresent(known -> written.add("    " + name + ": " + known));
    }

    private void lockout(LockoutPolicy is) {
        Optional<LockoutRules> rules = LockoutRules.holding(is).filter(draft::passes);
        if (rules.isEmpty()) {
            unsayable.add("lockout");
        }
        rules.ifPresent(known -> {
            lines.add("  lockout:");
            lines.add("    threshold: " + known.threshold());
            lines.add("    duration-minutes: " + known.duration());
            lines.add("    window-minutes: " + known.window());
        });
    }

    private void audit() {
        List<String> written = new ArrayList<>();
        for (String name : AuditRule.names()) {
            AuditRule.of(name, AuditRule.written(new AuditChoice(false, false)))
                    .flatMap(rule -> draft.read(security.audit(rule.subcategory())))
                    .map(AuditRule::written)
                    .filter(choice ->
                            AuditRule.of(name, choice).filter(draft::passes).isPresent())
                    .ifPresent(choice -> written.add("    " + name + ": " + choice));
        }
        group("audit", written);
    }

    private void rights() {
        List<UserRight> rights = new ArrayList<>();
        for (String constant : UserRight.CONSTANTS) {
            draft.read(security.holders(constant)).ifPresent(sids -> rights.add(new UserRight(constant, sids)));
        }
        if (rights.isEmpty()) {
            return;
        }
        if (rights.stream().allMatch(right -> right.sids().isEmpty())) {
            draft.doubt(Message.of("learn.security.nobody"));
            return;
        }
        List<String> written = new ArrayList<>();
        for (UserRight right : rights) {
            if (!right.isTheSameEverywhere()) {
                ofThisComputer.add(right.right());
            } else if (right.locksOut()) {
                unsayable.add(right.right());
            } else if (draft.passes(right)) {
                String accounts = right.sids().stream().map(UserRight::words).collect(Collectors.joining(", "));
                written.add("    " + right.right() + ": [" + accounts + "]");
            }
        }
        group("rights", written);
    }

    /** An option that is not set, or set to nothing, is as Windows has it by itself. */
    private void options() {
        List<String> written = new ArrayList<>();
        for (String option : SecurityOption.names()) {
            Optional<RegistryValue> actual = draft.read(SecurityOption.on(draft.registry(), option))
                    .filter(value -> !value.isText() || !value.text().isEmpty());
            Optional<String> text = actual.flatMap(value -> SecurityOption.written(option, value));
            if (actual.isPresent() && text.isEmpty()) {
                unsayable.add(option);
            }
            text.filter(said -> SecurityOption.of(option, said)
                            .filter(draft::passes)
                            .isPresent())
                    .ifPresent(said -> written.add("    " + option + ": " + YamlText.quoted(said)));
        }
        group("options", written);
    }

    private void group(String name, List<String> written) {
        if (!written.isEmpty()) {
            lines.add("  " + name + ":");
            lines.addAll(written);
        }
    }
}
