package io.fieldstick.userdata;

import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Leads the paths that Windows and programs name around the links on them: whoever made Documents a junction to {@code
 * D:\Docs} has documents in {@code D:\Docs}.
 *
 * <p>Only the way to a place is followed, before the disk is walked; what lies in the place and is a link is not.
 */
final class LinkedPlaces {
    /** So many links has no real path; links that lead to each other have more (MS docs: CreateSymbolicLink, 63). */
    private static final int MOST_LINKS = 63;

    /** {@code C:\}. */
    private static final int ROOT_LENGTH = 3;

    private final Files files;
    private final Map<String, Step> steps = new HashMap<>();
    private final Set<String> followed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    LinkedPlaces(Files files) {
        this.files = files;
    }

    /**
     * Where a path leads.
     *
     * @param path without links, as far as Windows says where they lead
     * @param link the first link that was on the way; empty where there was none
     */
    record Way(String path, Optional<String> link) {}

    /** A folder on the way: whether there is more below it to look at, and where it leads where it is a link. */
    private record Step(boolean goesOn, Optional<String> target) {}

    /** The links that were followed, because they lead to somebody's place. */
    boolean isFollowed(String link) {
        return followed.contains(link);
    }

    /** {@code place}, or where it is when its path leads over links. */
    Place of(Place place) {
        String base = place.base();
        Way way = of(base);
        return way.link()
                .map(link -> place.at(
                        WindowsPath.normal(way.path() + "\\" + place.path().substring(base.length())), link))
                .orElse(place);
    }

    /** Where {@code path} leads; itself where it lies on a server, or where its links lead to each other. */
    Way of(String path) {
        Set<String> links = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Optional<String> first = Optional.empty();
        String at = path;
        for (Optional<String> link = linkOn(at); link.isPresent(); link = linkOn(at)) {
            if (!links.add(link.get()) || links.size() > MOST_LINKS) {
                return new Way(path, Optional.empty());
            }
            first = first.isPresent() ? first : link;
            String target = step(link.get()).target().orElseThrow();
            at = WindowsPath.normal(target + at.substring(link.get().length()));
        }
        followed.addAll(links);
        return new Way(at, first);
    }

    /** The first folder on the way to {@code path}, itself included, that is a link of which it is known where it leads. */
    private Optional<String> linkOn(String path) {
        if (!WindowsPath.isAbsolute(path) || WindowsPath.isOnServer(path)) {
            return Optional.empty();
        }
        int end = ROOT_LENGTH;
        while (end < path.length()) {
            int next = path.indexOf('\\', end);
            end = next < 0 ? path.length() : next;
            String folder = path.substring(0, end++);
            Step step = step(folder);
            if (step.target().isPresent()) {
                return Optional.of(folder);
            }
            if (!step.goesOn()) {
                break;
            }
        }
        return Optional.empty();
    }

    private Step step(String folder) {
        return steps.computeIfAbsent(WindowsPath.folded(folder), unknown -> {
            Reading<FileEntry> entry = files.entry(folder);
            boolean link = entry.map(FileEntry::isLink).orElse(false);
            Reading<String> target = link ? files.target(folder) : Reading.absent();
            return new Step(
                    entry.isPresent() && !link,
                    target instanceof Reading.Present<String> known
                            ? Optional.of(WindowsPath.resolved(WindowsPath.parent(folder), known.value()))
                            : Optional.empty());
        });
    }
}
