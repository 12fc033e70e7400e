package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value.RecordValue;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.PasswordPolicy;
import io.fieldstick.windows.WindowsView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What Windows asks of passwords; what is empty stays as it is. Complexity is not among it: NetUserModalsSet has no member
 * for it.
 *
 * @param maximumAge days; 0 is never
 * @param minimumAge days
 * @param history how many former passwords must not be used again
 */
public record PasswordRules(
        OptionalInt minimumLength, OptionalInt maximumAge, OptionalInt minimumAge, OptionalInt history)
        implements Setting<PolicyState<PasswordPolicy>> {
    /** The bounds of the security settings' own pages (MS docs: "Password Policy"). */
    private static final int MOST_LENGTH = 127;

    private static final int MOST_AGE = 999;
    private static final int MOST_HISTORY = 24;

    static final Shape SHAPE = Shape.record(
            Field.optional(
                    "minimum-length", Shape.whole(0, MOST_LENGTH), Message.of("security-policy.field.minimum-length")),
            Field.optional(
                    "maximum-age-days", Shape.whole(0, MOST_AGE), Message.of("security-policy.field.maximum-age")),
            Field.optional(
                    "minimum-age-days", Shape.whole(0, MOST_AGE - 1), Message.of("security-policy.field.minimum-age")),
            Field.optional("history", Shape.whole(0, MOST_HISTORY), Message.of("security-policy.field.history")));

    private static final long DAY = Duration.ofDays(1).toSeconds();

    static PasswordRules of(RecordValue written) {
        return new PasswordRules(
                SecurityPolicy.number(written, "minimum-length"),
                SecurityPolicy.number(written, "maximum-age-days"),
                SecurityPolicy.number(written, "minimum-age-days"),
                SecurityPolicy.number(written, "history"));
    }

    /** Whether a password would have to be changed before it may be: Windows refuses that (MS docs: "Minimum password age"). */
    boolean isContradictory() {
        return maximumAge.isPresent()
                && minimumAge.isPresent()
                && maximumAge.getAsInt() > 0
                && minimumAge.getAsInt() >= maximumAge.getAsInt();
    }

    /** As much of {@code is} as a profile can say: whole days, and within its bounds. */
    static PasswordRules holding(PasswordPolicy is) {
        return new PasswordRules(
                within(is.minimumLength(), MOST_LENGTH),
                is.maximumAge() == PasswordPolicy.FOREVER
                        ? OptionalInt.of(0)
                        : positive(days(is.maximumAge(), MOST_AGE)),
                days(is.minimumAge(), MOST_AGE - 1),
                within(is.history(), MOST_HISTORY));
    }

    /** Whether it asks for all that there is to ask. */
    boolean isWhole() {
        return minimumLength.isPresent() && maximumAge.isPresent() && minimumAge.isPresent() && history.isPresent();
    }

    private static OptionalInt days(long seconds, int most) {
        return seconds % DAY == 0 ? within(seconds / DAY, most) : OptionalInt.empty();
    }

    /** No days at all would mean for ever. */
    private static OptionalInt positive(OptionalInt days) {
        return days.isPresent() && days.getAsInt() > 0 ? days : OptionalInt.empty();
    }

    private static OptionalInt within(long number, int most) {
        return number >= 0 && number <= most ? OptionalInt.of((int) number) : OptionalInt.empty();
    }

    @Override
    public String name() {
        return SecurityPolicy.SECTION + "/passwords";
    }

    @Override
    public Message title() {
        return Message.of("security-policy.passwords");
    }

    @Override
    public Message desired() {
        return told(minimumLength, maximumAge, minimumAge, history);
    }

    @Override
    public PolicyState<PasswordPolicy> read(WindowsView windows) {
        return PolicyState.read(windows.security().passwords(), windows);
    }

    @Override
    public Judgement judge(PolicyState<PasswordPolicy> actual) {
        return actual.judge(is -> Judgement.of(
                asked(is),
                List.of(Evidence.effective("NetUserModalsGet 0", is.toString())),
                of(is).equals(is)
                        ? new Verdict.AsDesired()
                        : new Verdict.Differs(List.of(new SetPasswordPolicy(of(is))))));
    }

    /** {@code is} with what is asked for. */
    private PasswordPolicy of(PasswordPolicy is) {
        return new PasswordPolicy(
                minimumLength.orElse(is.minimumLength()),
                maximumAge.isPresent() ? maximumSeconds(maximumAge.getAsInt()) : is.maximumAge(),
                minimumAge.isPresent() ? minimumAge.getAsInt() * DAY : is.minimumAge(),
                history.orElse(is.history()));
    }

    private static long maximumSeconds(int days) {
        return days == 0 ? PasswordPolicy.FOREVER : days * DAY;
    }

    /** All that {@code is} says. */
    static Message words(PasswordPolicy is) {
        return told(
                OptionalInt.of(is.minimumLength()),
                OptionalInt.of(maximumDays(is)),
                OptionalInt.of(minimumDays(is)),
                OptionalInt.of(is.history()));
    }

    /** What {@code is} says of what is asked for. */
    private Message asked(PasswordPolicy is) {
        return told(
                minimumLength.isPresent() ? OptionalInt.of(is.minimumLength()) : minimumLength,
                maximumAge.isPresent() ? OptionalInt.of(maximumDays(is)) : maximumAge,
                minimumAge.isPresent() ? OptionalInt.of(minimumDays(is)) : minimumAge,
                history.isPresent() ? OptionalInt.of(is.history()) : history);
    }

    private static int maximumDays(PasswordPolicy is) {
        return is.maximumAge() == PasswordPolicy.FOREVER ? 0 : Math.toIntExact(is.maximumAge() / DAY);
    }

    private static int minimumDays(PasswordPolicy is) {
        return Math.toIntExact(is.minimumAge() / DAY);
    }

    private static Message told(OptionalInt length, OptionalInt most, OptionalInt least, OptionalInt former) {
        List<Message> parts = new ArrayList<>();
        length.ifPresent(n -> parts.add(Message.of("security-policy.passwords.length", n)));
        most.ifPresent(n -> parts.add(
                n == 0
                        ? Message.of("security-policy.passwords.for-ever")
                        : Message.of("security-policy.passwords.most", n)));
        least.ifPresent(n -> parts.add(Message.of("security-policy.passwords.least", n)));
        former.ifPresent(n -> parts.add(Message.of("security-policy.passwords.former", n)));
        return parts.isEmpty() ? Message.of("security-policy.passwords.any") : Judgements.joined(parts);
    }
}
