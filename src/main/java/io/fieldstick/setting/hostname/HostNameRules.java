package io.fieldstick.setting.hostname;

import io.fieldstick.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a host name may be, so that it is the same name in DNS and in NetBIOS and nobody confuses it with another thing. */
public final class HostNameRules {
    /**
     * NetBIOS names have 15 bytes and SetComputerNameEx cuts longer ones for NetBIOS without a word, so that two
     * computers may get the same (MS docs: sysinfoapi SetComputerNameExW; "Computer Names").
     */
    public static final int MOST_CHARACTERS = 15;

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9-]");

    /** The single words of the table of reserved words in MS docs: "Naming conventions in Active Directory". */
    private static final Set<String> RESERVED = Set.of(
            "ANONYMOUS",
            "BATCH",
            "BUILTIN",
            "DIALUP",
            "DOMAIN",
            "ENTERPRISE",
            "GATEWAY",
            "GW",
            "INTERACTIVE",
            "INTERNET",
            "LOCAL",
            "LOCALHOST",
            "NETWORK",
            "NULL",
            "PROXY",
            "RESTRICTED",
            "SELF",
            "SERVER",
            "SERVICE",
            "SYSTEM",
            "TAC",
            "USERS",
            "WORLD");

    /** The two-letter names of well-known accounts, which a host name must not be (same page; list: MS docs, SID Strings). */
    private static final Set<String> SDDL_ALIASES = Set.of(
            "AA", "AC", "AN", "AO", "AP", "AS", "AU", "BA", "BG", "BO", "BU", "CA", "CD", "CG", "CN", "CO", "CY", "DA",
            "DC", "DD", "DG", "DU", "EA", "ED", "EK", "ER", "ES", "HA", "HI", "IS", "IU", "KA", "LA", "LG", "LS", "LU",
            "LW", "ME", "MP", "MS", "MU", "NO", "NS", "NU", "OW", "PA", "PO", "PS", "PU", "RA", "RC", "RD", "RE", "RM",
            "RO", "RS", "RU", "SA", "SI", "SO", "SS", "SU", "SY", "UD", "UW", "WD", "WR");

    private HostNameRules() {}

    /** Everything that is wrong with {@code name}, each a sentence; none where it is a good host name. */
    public static List<Message> problemsOf(String name) {
        if (name.isEmpty()) {
            return List.of(Message.of("host-name.problem.empty"));
        }
        List<Message> problems = new ArrayList<>();
        String refused = charactersRefusedIn(name);
        if (!refused.isEmpty()) {
            problems.add(Message.of("host-name.problem.characters", name, refused));
        }
        if (name.length() > MOST_CHARACTERS) {
            problems.add(Message.of("host-name.problem.too-long", name, name.length(), MOST_CHARACTERS));
        }
        if (name.startsWith("-") || name.endsWith("-")) {
            problems.add(Message.of("host-name.problem.hyphen", name));
        }
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            problems.add(Message.of("host-name.problem.only-digits", name));
        }
        String upper = name.toUpperCase(Locale.ROOT);
        if (RESERVED.contains(upper) || SDDL_ALIASES.contains(upper)) {
            problems.add(Message.of("host-name.problem.reserved", name));
        }
        return problems;
    }

    static String charactersRefusedIn(String name) {
        return name.codePoints()
                .distinct()
                .mapToObj(Character::toString)
                .filter(c -> !ALLOWED.matcher(c).matches())
                .limit(MOST_CHARACTERS)
                .map(c -> c.equals(" ") ? "' '" : c)
                .collect(Collectors.joining(" "));
    }
}
