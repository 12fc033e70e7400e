package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.AuditChoice;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Windows writes these events of an audit subcategory into the security log.
 *
 * @param label what the profile calls it
 * @param subcategory its GUID without braces: its name is another in every language
 */
public record AuditRule(String label, String subcategory, AuditChoice choice)
        implements Setting<PolicyState<AuditChoice>> {
    private static final String GUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** All of them end alike (ntsecapi.h, Audit_..._GUID). */
    private static final String ENDING = "-69ae-11d9-bed3-505054503030";

    private static final Map<String, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry("security-state-change", "0cce9210" + ENDING),
            Map.entry("security-system-extension", "0cce9211" + ENDING),
            Map.entry("system-integrity", "0cce9212" + ENDING),
            Map.entry("logon", "0cce9215" + ENDING),
            Map.entry("logoff", "0cce9216" + ENDING),
            Map.entry("account-lockout", "0cce9217" + ENDING),
            Map.entry("special-logon", "0cce921b" + ENDING),
            Map.entry("other-logon-events", "0cce921c" + ENDING),
            Map.entry("file-system", "0cce921d" + ENDING),
            Map.entry("registry", "0cce921e" + ENDING),
            Map.entry("file-share", "0cce9224" + ENDING),
            Map.entry("other-object-access", "0cce9227" + ENDING),
            Map.entry("sensitive-privilege-use", "0cce9228" + ENDING),
            Map.entry("process-creation", "0cce922b" + ENDING),
            Map.entry("audit-policy-change", "0cce922f" + ENDING),
            Map.entry("authentication-policy-change", "0cce9230" + ENDING),
            Map.entry("user-account-management", "0cce9235" + ENDING),
            Map.entry("computer-account-management", "0cce9236" + ENDING),
            Map.entry("security-group-management", "0cce9237" + ENDING),
            Map.entry("credential-validation", "0cce923f" + ENDING),
            Map.entry("detailed-file-share", "0cce9244" + ENDING),
            Map.entry("removable-storage", "0cce9245" + ENDING)));

    static final List<String> CHOICES = List.of("none", "success", "failure", "success-and-failure");

    static List<String> names() {
        return List.copyOf(NAMES.keySet());
    }

    /** The rule; empty where {@code label} is neither a name nor a GUID. */
    static Optional<AuditRule> of(String label, String choice) {
        String lower = label.toLowerCase(Locale.ROOT);
        Optional<String> guid = Optional.ofNullable(NAMES.get(lower));
        AuditChoice wanted = new AuditChoice(choice.startsWith("success"), choice.endsWith("failure"));
        return guid.or(() -> Optional.of(lower).filter(text -> text.matches(GUID)))
                .map(subcategory -> new AuditRule(label, subcategory, wanted));
    }

    /** What a profile calls {@code choice}. */
    static String written(AuditChoice choice) {
        return choice.success()
                ? choice.failure() ? "success-and-failure" : "success"
                : choice.failure() ? "failure" : "none";
    }

    @Override
    public String name() {
        return SecurityPolicy.SECTION + "/audit/" + label;
    }

    @Override
    public Message title() {
        return Message.of("security-policy.audit", label);
    }

    /** The title of the subcategory with this GUID. */
    static Message title(String subcategory) {
        String label = NAMES.entrySet().stream()
                .filter(known -> known.getValue().equals(subcategory))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(subcategory);
        return Message.of("security-policy.audit", label);
    }

    @Override
    public Message desired() {
        return words(choice);
    }

    @Override
    public PolicyState<AuditChoice> read(WindowsView windows) {
        return PolicyState.read(windows.security().audit(subcategory), windows);
    }

    @Override
    public Judgement judge(PolicyState<AuditChoice> actual) {
        return actual.judge(is -> Judgement.of(
                words(is),
                List.of(Evidence.effective("AuditQuerySystemPolicy " + subcategory, is.toString())),
                is.equals(choice)
                        ? new Verdict.AsDesired()
                        : new Verdict.Differs(List.of(new SetAudit(subcategory, choice)))));
    }

    static Message words(AuditChoice choice) {
        String word = choice.success() ? choice.failure() ? "both" : "success" : choice.failure() ? "failure" : "none";
        return Message.of("security-policy.audit." + word);
    }
}
