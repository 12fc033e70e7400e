package io.fieldstick.userdata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What a walk has come upon beside the places it counted; the lists are bounded, the numbers are not. Each is told in the
 * order of the paths, whichever thread came upon it first.
 */
final class Walked {
    /** More than this of one sort nobody reads, and a disk full of them must not fill the memory. */
    static final int LISTED = 10_000;

    private final List<NotRead> notRead = new ArrayList<>();
    private final List<NotRead> notReadOfWindows = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<FoundFile> found = new ArrayList<>();
    private final List<String> encrypted = new ArrayList<>();
    private final List<BigFile> big = new ArrayList<>();
    private final List<String> openDocuments = new ArrayList<>();
    private long unlisted;
    private boolean whole = true;
    private boolean linksOnce = true;

    synchronized void addNotRead(NotRead folder, boolean matters) {
        addTo(matters ? notRead : notReadOfWindows, folder);
    }

    synchronized void addLink(Link link) {
        addTo(links, link);
    }

    synchronized void addFound(FoundFile file) {
        addTo(found, file);
    }

    synchronized void addEncrypted(String path) {
        addTo(encrypted, path);
    }

    synchronized void addBig(BigFile file) {
        addTo(big, file);
    }

    synchronized void addOpenDocument(String ownerFile) {
        addTo(openDocuments, ownerFile);
    }

    synchronized void stopped() {
        whole = false;
    }

    synchronized void linksMayCountTwice() {
        linksOnce = false;
    }

    /** Whether every file with several hard links was counted once. */
    synchronized boolean linksOnce() {
        return linksOnce;
    }

    synchronized List<NotRead> notRead() {
        return byPath(notRead, NotRead::where);
    }

    /** What could not be read among Windows's and the programs' own files, where nobody's data is. */
    synchronized List<NotRead> notReadOfWindows() {
        return byPath(notReadOfWindows, NotRead::where);
    }

    synchronized List<Link> links() {
        return byPath(links, Link::path);
    }

    synchronized List<FoundFile> found() {
        return byPath(found, FoundFile::path);
    }

    /** The files that are encrypted with EFS. */
    synchronized List<String> encrypted() {
        return byPath(encrypted, path -> path);
    }

    /** The files to be saved that are too big for FAT32. */
    synchronized List<BigFile> big() {
        return byPath(big, BigFile::path);
    }

    /** The files that programs lay beside documents while those are open. */
    synchronized List<String> openDocuments() {
        return byPath(openDocuments, path -> path);
    }

    /** How many more there were than the lists hold. */
    synchronized long unlisted() {
        return unlisted;
    }

    /** Whether the walk went to its end. */
    synchronized boolean whole() {
        return whole;
    }

    private static <T> List<T> byPath(List<T> entries, Function<T, String> path) {
        return entries.stream().sorted(Comparator.comparing(path)).toList();
    }

    private <T> void addTo(List<T> list, T entry) {
        if (list.size() < LISTED) {
            list.add(entry);
        } else {
            unlisted++;
        }
    }
}
