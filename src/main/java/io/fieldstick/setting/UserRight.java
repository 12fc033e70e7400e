package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * These accounts, and no others, have a user right.
 *
 * @param right its constant, {@code SeShutdownPrivilege}
 * @param sids the accounts: their names are others in every language
 */
public record UserRight(String right, SortedSet<String> sids) implements Setting<PolicyState<SortedSet<String>>> {
    /** MS docs: "Account Rights Constants", "Privilege Constants". */
    static final String CONSTANT = "Se[A-Za-z]+(Privilege|Right)";

    /** The rights that every Windows since 8 knows (MS docs: "User Rights Assignment"). */
    static final List<String> CONSTANTS = List.of(
            "SeAssignPrimaryTokenPrivilege",
            "SeAuditPrivilege",
            "SeBackupPrivilege",
            "SeBatchLogonRight",
            "SeChangeNotifyPrivilege",
            "SeCreateGlobalPrivilege",
            "SeCreatePagefilePrivilege",
            "SeCreatePermanentPrivilege",
            "SeCreateSymbolicLinkPrivilege",
            "SeCreateTokenPrivilege",
            "SeDebugPrivilege",
            "SeDenyBatchLogonRight",
            "SeDenyInteractiveLogonRight",
            "SeDenyNetworkLogonRight",
            "SeDenyRemoteInteractiveLogonRight",
            "SeDenyServiceLogonRight",
            "SeEnableDelegationPrivilege",
            "SeImpersonatePrivilege",
            "SeIncreaseBasePriorityPrivilege",
            "SeIncreaseQuotaPrivilege",
            "SeIncreaseWorkingSetPrivilege",
            "SeInteractiveLogonRight",
            "SeLoadDriverPrivilege",
            "SeLockMemoryPrivilege",
            "SeMachineAccountPrivilege",
            "SeManageVolumePrivilege",
            "SeNetworkLogonRight",
            "SeProfileSingleProcessPrivilege",
            "SeRelabelPrivilege",
            "SeRemoteInteractiveLogonRight",
            "SeRemoteShutdownPrivilege",
            "SeRestorePrivilege",
            "SeSecurityPrivilege",
            "SeServiceLogonRight",
            "SeShutdownPrivilege",
            "SeSyncAgentPrivilege",
            "SeSystemEnvironmentPrivilege",
            "SeSystemProfilePrivilege",
            "SeSystemtimePrivilege",
            "SeTakeOwnershipPrivilege",
            "SeTcbPrivilege",
            "SeTimeZonePrivilege",
            "SeTrustedCredManAccessPrivilege",
            "SeUndockPrivilege");

    /** How the SIDs begin of accounts that only this computer, or only its domain, has. */
    private static final String OF_ITS_OWN = "S-1-5-21-";

    private static final String SID = "S-1-[0-9]+(-[0-9]+)+";
    private static final String ADMINISTRATORS = "S-1-5-32-544";

    /** MS docs: "Well-known SIDs". */
    private static final Map<String, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry("everyone", "S-1-1-0"),
            Map.entry("authenticated-users", "S-1-5-11"),
            Map.entry("local-service", "S-1-5-19"),
            Map.entry("network-service", "S-1-5-20"),
            Map.entry("local-accounts", "S-1-5-113"),
            Map.entry("local-administrators", "S-1-5-114"),
            Map.entry("administrators", ADMINISTRATORS),
            Map.entry("users", "S-1-5-32-545"),
            Map.entry("guests", "S-1-5-32-546"),
            Map.entry("power-users", "S-1-5-32-547"),
            Map.entry("backup-operators", "S-1-5-32-551"),
            Map.entry("remote-desktop-users", "S-1-5-32-555"),
            Map.entry("service", "S-1-5-6")));

    /** Whom no administrator may be kept out with. */
    private static final Set<String> WITH_ADMINISTRATORS =
            Set.of(ADMINISTRATORS, "S-1-1-0", "S-1-5-11", "S-1-5-113", "S-1-5-114", "S-1-5-32-545");

    public UserRight {
        sids = new TreeSet<>(sids);
    }

    static List<String> names() {
        return List.copyOf(NAMES.keySet());
    }

    /** The SID of a well-known name, or the SID itself; empty where it is neither. */
    static Optional<String> sid(String account) {
        return Optional.ofNullable(NAMES.get(account))
                .or(() -> Optional.of(account).filter(text -> text.matches(SID)));
    }

    /** Whether nobody who could put it right could sign in any more. */
    boolean locksOut() {
        return switch (right) {
            case "SeInteractiveLogonRight" -> !sids.contains(ADMINISTRATORS);
            case "SeDenyInteractiveLogonRight" -> sids.stream().anyMatch(WITH_ADMINISTRATORS::contains);
            default -> false;
        };
    }

    /** Whether the accounts are the same on every computer, as far as their SIDs tell. */
    boolean isTheSameEverywhere() {
        return sids.stream().allMatch(sid -> sid.matches(SID) && !sid.startsWith(OF_ITS_OWN));
    }

    @Override
    public String name() {
        return SecurityPolicy.SECTION + "/rights/" + right;
    }

    @Override
    public Message title() {
        return Message.of("security-policy.right", right);
    }

    @Override
    public Message desired() {
        return words(sids);
    }

    @Override
    public PolicyState<SortedSet<String>> read(WindowsView windows) {
        return PolicyState.read(windows.security().holders(right), windows);
    }

    /** It is given before it is taken: at no moment has nobody the right. */
    @Override
    public Judgement judge(PolicyState<SortedSet<String>> actual) {
        return actual.judge(holders -> {
            List<Change> changes = new ArrayList<>();
            sids.stream()
                    .filter(sid -> !holders.contains(sid))
                    .forEach(sid -> changes.add(new SetUserRight(right, sid, true)));
            holders.stream()
                    .filter(sid -> !sids.contains(sid))
                    .forEach(sid -> changes.add(new SetUserRight(right, sid, false)));
            return Judgement.of(
                    words(holders),
                    List.of(Evidence.effective(
                            "LsaEnumerateAccountsWithUserRight " + right, String.join(" ", holders))),
                    Verdict.differs(changes));
        });
    }

    private static Message words(SortedSet<String> sids) {
        return sids.isEmpty()
                ? Message.of("security-policy.right.nobody")
                : Message.of(
                        "security-policy.right.of",
                        sids.stream().map(UserRight::words).collect(Collectors.joining(", ")));
    }

    /** The name that profiles have for it, where there is one. */
    static String words(String sid) {
        return NAMES.entrySet().stream()
                .filter(known -> known.getValue().equals(sid))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(sid);
    }
}
