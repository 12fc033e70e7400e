package io.fieldstick.userdata;

import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How big a data file in Unicode may get: what a policy or the user's own registry says, or else what the version of
 * Outlook has by itself (MS support KB832925).
 */
final class StoreLimits {
    /** Outlook 2010 and later: 50 GB, and no more is added from 47.5 GB on. */
    static final Limit USUAL = new Limit(51_200L << 20, 48_640L << 20);

    /** Outlook 2003 and 2007: 20 GB, and no more is added from 19 GB on. */
    private static final Limit OF_OLD = new Limit(20_480L << 20, 19_456L << 20);

    /** What {@code CurVer} ends with: the number of Outlook's version (MS docs: "Outlook.Application", ProgID). */
    private static final Set<String> OLD = Set.of("11", "12");

    /** Which Outlook is installed. */
    private static final RegistryKey CURRENT = RegistryKey.machine("SOFTWARE\\Classes\\Outlook.Application\\CurVer");

    /** A policy counts before what the user has. */
    private static final List<String> OFFICE =
            List.of("Software\\Policies\\Microsoft\\Office\\", "Software\\Microsoft\\Office\\");

    private final String installed;
    private final Map<RegistryKey, Limit> known = new HashMap<>();

    private StoreLimits(String installed) {
        this.installed = installed;
    }

    /** How big a file may get, and from where on Outlook adds no more to it, in bytes. */
    record Limit(long bytes, long nearly) {}

    /** Those of the Outlook that {@code machine} has. */
    static StoreLimits of(MachineHome machine) {
        String version = machine.noted(CURRENT.toString(), machine.registry().value(CURRENT, ""))
                .map(RegistryValue::text)
                .orElse("");
        return new StoreLimits(version.substring(version.lastIndexOf('.') + 1));
    }

    /** Outlook 2003 and 2007 cannot have written a file of the newest format: where theirs is the limit, it is not meant. */
    static Limit ofNew(Limit limit) {
        return limit.equals(OF_OLD) ? USUAL : limit;
    }

    /** That of a file which nobody uses. */
    Limit usual() {
        return OLD.contains(installed) ? OF_OLD : USUAL;
    }

    /**
     * That of a file which {@code user} uses.
     *
     * @param outlook the version key of the Outlook, {@code 16.0}; empty up to 2010: it is the one that is installed
     */
    Limit of(UserHome user, String outlook) {
        String version = outlook.isEmpty() ? installed + ".0" : outlook;
        // Two users may have folders of one name, on two drives.
        return known.computeIfAbsent(
                user.profile().key(version), key -> read(user, version, outlook.isEmpty() ? usual() : USUAL));
    }

    private static Limit read(UserHome user, String version, Limit otherwise) {
        long bytes = megabytes(user, version, "MaxLargeFileSize", otherwise.bytes());
        long nearly = megabytes(user, version, "WarnLargeFileSize", Math.min(otherwise.nearly(), bytes / 20 * 19));
        return new Limit(bytes, Math.min(nearly, bytes));
    }

    private static long megabytes(UserHome user, String version, String name, long otherwise) {
        for (String office : OFFICE) {
            RegistryKey key = user.profile().key(office + version + "\\Outlook\\PST");
            OptionalInt number = user.noted(key + "!" + name, user.registry().value(key, name))
                    .map(RegistryValue::number)
                    .orElse(OptionalInt.empty());
            if (number.isPresent() && number.getAsInt() != 0) {
                return Integer.toUnsignedLong(number.getAsInt()) << 20;
            }
        }
        return otherwise;
    }
}
