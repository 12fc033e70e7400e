package io.fieldstick.userdata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder that waits to be looked into, as its name and its parent: the path is put together when it is needed.
 *
 * @param counts what its content counts for, as user data
 * @param zone what becomes of its content that is not user data
 * @param pending the claims that what is in it may yet fit
 */
record Folder(@Nullable Folder parent, String name, List<Tally> counts, Zone zone, List<Folder.Pending> pending) {

    String path() {
        List<String> names = new ArrayList<>();
        for (Folder at = this; at != null; at = at.parent()) {
            names.add(at.name());
        }
        StringBuilder path = new StringBuilder(names.get(names.size() - 1));
        for (int i = names.size() - 2; i >= 0; i--) {
            path.append(path.charAt(path.length() - 1) == '\\' ? "" : "\\").append(names.get(i));
        }
        return path.toString();
    }

    /** A claim whose first parts have fitted; {@code at} is the part that a child's name must fit. */
    record Pending(Claim claim, List<NamePattern> parts, int at) {
        /** {@code C:\}. */
        private static final int DRIVE_LENGTH = 3;

        /** Whether a child of that name is what the claim is about. */
        boolean ends(String name) {
            return at == parts.size() - 1 && parts.get(at).fits(name) && !claim.excludes(name);
        }

        /** Whether what the claim is about may lie in a child of that name. */
        boolean leadsInto(String name) {
            return at < parts.size() - 1 && parts.get(at).fits(name);
        }

        /** Whether the claim is about this folder more than about every other in the root of its drive. */
        boolean isMeant() {
            return at == 0
                    || !parts.get(at - 1).text().equals("*")
                    || claim.place().base().length() > DRIVE_LENGTH;
        }

        Pending next() {
            return new Pending(claim, parts, at + 1);
        }
    }
}
