package io.fieldstick.windows;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a file or folder belongs to, and who may do what with it, as Windows writes that down.
 *
 * <p>Source: MS docs "Security Descriptor String Format", "ACE Strings", "SID Strings"; values of winnt.h. What is not
 * understood counts as everything allowed to everybody: the question is whether something is safe.
 */
public final class AccessList {
    /** FILE_WRITE_DATA, FILE_APPEND_DATA; of a folder, to add files and folders (winnt.h). */
    public static final int ADD = 0x2 | 0x4;

    /** FILE_DELETE_CHILD, DELETE, WRITE_DAC, WRITE_OWNER: by each of them another thing can be put in its place (winnt.h). */
    public static final int REPLACE = 0x40 | 0x10000 | 0x40000 | 0x80000;

    /** GENERIC_ALL, GENERIC_WRITE (winnt.h). */
    private static final int ALL = 0x10000000 | 0x40000000;

    private static final int EVERYTHING = -1;

    private static final Pattern WHOLE = Pattern.compile(
            "O:(?<owner>[A-Z]{2}|S-[0-9-]+)(G:([A-Z]{2}|S-[0-9-]+))?D:[A-Z]*(?<entries>(\\([^()]*\\))*)");
    private static final Pattern ENTRY = Pattern.compile(
            "\\((?<type>[^;)]*);(?<flags>[^;)]*);(?<rights>[^;)]*);" + "[^;)]*;[^;)]*;(?<who>[^;)]*)(;[^)]*)?\\)");

    /** Denied, and what audits: none of them allows. */
    private static final Set<String> ALLOWS_NOTHING = Set.of("D", "OD", "XD", "AU", "AL", "OU", "XU", "ML", "RA", "SP");

    /** LocalSystem, the administrators, TrustedInstaller; "creator" and "owner" stand for whoever else is told of. */
    private static final Set<String> TRUSTED = Set.of(
            "SY",
            "S-1-5-18",
            "BA",
            "S-1-5-32-544",
            "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
            "CO",
            "CG",
            "OW",
            "S-1-3-0",
            "S-1-3-1",
            "S-1-3-4");

    private static final Map<String, Integer> RIGHTS = Map.ofEntries(
            Map.entry("GA", 0x10000000),
            Map.entry("GX", 0x20000000),
            Map.entry("GW", 0x40000000),
            Map.entry("GR", 0x80000000),
            Map.entry("RC", 0x20000),
            Map.entry("SD", 0x10000),
            Map.entry("WD", 0x40000),
            Map.entry("WO", 0x80000),
            Map.entry("CC", 0x1),
            Map.entry("DC", 0x2),
            Map.entry("LC", 0x4),
            Map.entry("SW", 0x8),
            Map.entry("RP", 0x10),
            Map.entry("WP", 0x20),
            Map.entry("DT", 0x40),
            Map.entry("LO", 0x80),
            Map.entry("CR", 0x100),
            Map.entry("FA", 0x1F01FF),
            Map.entry("FR", 0x120089),
            Map.entry("FW", 0x120116),
            Map.entry("FX", 0x1200A0));

    private final int othersMay;

    private AccessList(int othersMay) {
        this.othersMay = othersMay;
    }

    /** The list that {@code sddl} says, with owner and rights. */
    public static AccessList of(String sddl) {
        Matcher whole = WHOLE.matcher(sddl);
        if (!whole.matches() || !TRUSTED.contains(whole.group("owner")) || sddl.contains("NO_ACCESS_CONTROL")) {
            return new AccessList(EVERYTHING);
        }
        int othersMay = 0;
        Matcher entry = ENTRY.matcher(whole.group("entries"));
        int end = 0;
        while (entry.find()) {
            othersMay |= ofOthers(entry);
            end = entry.end();
        }
        return new AccessList(end == whole.group("entries").length() ? othersMay : EVERYTHING);
    }

    private static int ofOthers(Matcher entry) {
        boolean onlyForWhatIsInIt = entry.group("flags").matches("(..)*IO(..)*");
        boolean nothing = onlyForWhatIsInIt
                || ALLOWS_NOTHING.contains(entry.group("type"))
                || TRUSTED.contains(entry.group("who"));
        return nothing ? 0 : rights(entry.group("rights"));
    }

    private static int rights(String text) {
        if (text.startsWith("0x")) {
            return text.matches("0x[0-9A-Fa-f]{1,8}") ? Integer.parseUnsignedInt(text.substring(2), 16) : EVERYTHING;
        }
        int rights = text.length() % 2 == 0 ? 0 : EVERYTHING;
        for (int i = 0; i + 2 <= text.length(); i += 2) {
            rights |= RIGHTS.getOrDefault(text.substring(i, i + 2), EVERYTHING);
        }
        return rights;
    }

    /** Whether anybody may do one of {@code rights} who is no administrator and not Windows itself. */
    public boolean letsOthers(int rights) {
        return (othersMay & (rights | ALL)) != 0;
    }
}
