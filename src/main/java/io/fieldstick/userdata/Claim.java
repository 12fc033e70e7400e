package io.fieldstick.userdata;

import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a walk has found for one {@link Place}: a tally for each match, or one for all. */
final class Claim {
    /** More matches than this are counted together, so that a drive's root with a million files stays readable. */
    static final int MATCHES_TOLD_APART = 1_000;

    private final Place place;
    private final List<Tally> totals;
    private final Optional<Fate> fate;
    /** By path, because several threads walk and none is first for long. */
    private final Map<String, Tally> matches = new TreeMap<>();

    private String link = "";

    private Claim(Place place, List<Tally> totals, Optional<Fate> fate) {
        this.place = place;
        this.totals = totals;
        this.fate = fate;
    }

    /** What lies at {@code place} is user data, and also counts for each of {@code totals}. */
    static Claim of(Place place, Tally... totals) {
        return new Claim(place, List.of(totals), Optional.empty());
    }

    /**
     * What lies at {@code place}, and is not user data, has this fate; the deepest such claim decides. Without {@code
     * totals} it lies on a drive of which not every byte is told.
     */
    static Claim of(Place place, Fate fate, Tally... totals) {
        return new Claim(place, List.of(totals), Optional.of(fate));
    }

    /** Whether it counts for nothing but itself. */
    boolean isApart() {
        return totals.isEmpty();
    }

    Place place() {
        return place;
    }

    /** The fate it decides on; empty where it says that something is user data. */
    Optional<Fate> fate() {
        return fate;
    }

    boolean excludes(String name) {
        return !place.except().isEmpty() && place.except().contains(WindowsPath.folded(name));
    }

    /** The tallies that everything at the match {@code path} counts for: its own, and those of whole sorts of data. */
    synchronized List<Tally> matched(String path) {
        boolean together = !place.each() || matches.size() >= MATCHES_TOLD_APART;
        List<Tally> counts = new ArrayList<>(totals);
        counts.add(matches.computeIfAbsent(together ? place.path() : path, k -> new Tally()));
        return counts;
    }

    synchronized void matchedLink(String path) {
        link = link.isEmpty() || path.compareTo(link) < 0 ? path : link;
    }

    /** The first match, by path, that is a link and so was not followed; empty where there is none. */
    synchronized String link() {
        return link;
    }

    synchronized Map<String, Tally> matches() {
        return new TreeMap<>(matches);
    }
}
