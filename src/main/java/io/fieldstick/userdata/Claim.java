package io.fieldstick.userdata;

import io.fieldstick.windows.WindowsPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a walk has found for one {@link Place}: a tally for each match, or one for all. */
final class Claim {
    /** More matches than this are counted together, so that a drive's root with a million files stays readable. */
    static final int MATCHES_TOLD_APART = 1_000;

    private final Place place;
    private final Tally owners;
    private final Tally total;
    private final Map<String, Tally> matches = new LinkedHashMap<>();
    private String link = "";

    Claim(Place place, Tally owners, Tally total) {
        this.place = place;
        this.owners = owners;
        this.total = total;
    }

    Place place() {
        return place;
    }

    boolean excludes(String name) {
        return !place.except().isEmpty() && place.except().contains(WindowsPath.folded(name));
    }

    /** The tallies that everything at the match {@code path} counts for: its own, its owner's and the whole. */
    synchronized List<Tally> matched(String path) {
        boolean together = !place.each() || matches.size() >= MATCHES_TOLD_APART;
        String key = together ? place.path() : path;
        return List.of(matches.computeIfAbsent(key, k -> new Tally()), owners, total);
    }

    synchronized void matchedLink(String path) {
        link = path;
    }

    /** The match that is a link and so was not followed; empty where there is none. */
    synchronized String link() {
        return link;
    }

    synchronized Map<String, Tally> matches() {
        return new LinkedHashMap<>(matches);
    }
}
