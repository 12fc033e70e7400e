package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.UserProfile;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/**
 * Where data of one kind may lie: an absolute path whose parts below the root may hold {@code *} and {@code ?}; a folder
 * that fits stands for everything in it.
 *
 * @param kind the kind's name
 * @param owner whose it is; empty where it is everybody's
 * @param path the path or pattern, in {@link WindowsPath#normal}'s form
 * @param except names of the last part, in lower case, that do not fit although the pattern does
 * @param each whether each match is told apart, or all are counted together
 * @param origin why it is looked at
 * @param evidence what says so
 * @param advice what to do beside copying it, or instead
 * @param link the link that people know it by, and that leads there; empty where it is no link
 */
public record Place(
        String kind,
        Optional<UserProfile> owner,
        String path,
        Set<String> except,
        boolean each,
        Origin origin,
        Optional<Evidence> evidence,
        Optional<Message> advice,
        Optional<String> link) {

    /** The place {@code path} of {@code owner}, every match counted together. */
    public static Place of(String kind, Optional<UserProfile> owner, String path, Origin origin) {
        return new Place(
                kind,
                owner,
                WindowsPath.normal(path),
                Set.of(),
                false,
                origin,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Place because(Evidence reason) {
        return new Place(kind, owner, path, except, each, origin, Optional.of(reason), advice, link);
    }

    /** The same, but told of only where something is there. */
    Place worthALook() {
        return new Place(kind, owner, path, except, each, Origin.KNOWN_PLACE, evidence, advice, link);
    }

    public Place advising(Optional<Message> words) {
        return new Place(kind, owner, path, except, each, origin, evidence, words, link);
    }

    /** Each match told apart, and none of {@code names}. */
    public Place eachExcept(Set<String> names) {
        Place some = except(names);
        return new Place(kind, owner, path, some.except(), true, origin, evidence, advice, link);
    }

    /** None of {@code names}. */
    Place except(Set<String> names) {
        Set<String> folded = names.stream().map(WindowsPath::folded).collect(Collectors.toUnmodifiableSet());
        return new Place(kind, owner, path, folded, each, origin, evidence, advice, link);
    }

    /** The same, which lies at {@code where}: to its own path leads the link {@code over}. */
    Place at(String where, String over) {
        return new Place(kind, owner, where, except, each, origin, evidence, advice, Optional.of(over));
    }

    /** Whether no part is a pattern. */
    boolean isExact() {
        return new NamePattern(path).isLiteral();
    }

    /** The longest folder above all matches: the path itself where it is exact. */
    String base() {
        int wild = 0;
        while (wild < path.length() && path.charAt(wild) != '*' && path.charAt(wild) != '?') {
            wild++;
        }
        return wild == path.length() ? path : WindowsPath.normal(path.substring(0, path.lastIndexOf('\\', wild)));
    }

    /** The parts below {@code root}, which must be at or above {@link #base()}. */
    List<NamePattern> below(String root) {
        List<NamePattern> parts = new ArrayList<>();
        StringTokenizer names = new StringTokenizer(path.substring(root.length()), "\\");
        while (names.hasMoreTokens()) {
            parts.add(new NamePattern(names.nextToken()));
        }
        return parts;
    }
}
