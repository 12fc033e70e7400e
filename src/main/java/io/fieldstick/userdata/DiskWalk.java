package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One walk of the disk for every kind of data: each folder is read once, however many {@link Claim}s are interested.
 *
 * <p>Links are noted and never followed, so there are no loops. A folder waits as its name and its parent, so the memory
 * grows with the folders that wait and not with the files. What cannot be read is noted with the reason and the walk
 * goes on; stopped by its {@link Watch}, it keeps what it has.
 */
final class DiskWalk {
    /** The longest path that Windows takes (MS docs: "Maximum Path Length Limitation", 32,767 characters). */
    private static final int LONGEST_PATH = 32_767;

    /** ERROR_INVALID_NAME and ERROR_FILENAME_EXCED_RANGE (MS docs: system error codes 0-499). */
    private static final int INVALID_NAME = 123;

    private static final int NAME_TOO_LONG = 206;

    private final Files files;
    private final Order order;
    private final Watch watch;
    private final Walked walked = new Walked();
    private final FolderQueue queue = new FolderQueue();
    private final Tally seen = new Tally();
    private final Map<Character, HardLinks> hardLinks;

    /**
     * What to look for.
     *
     * @param claims the places of user data, and the places whose fate is known; of two that fit the same name, the later
     *     decides on the fate
     * @param wanted files that are user data wherever they lie
     * @param total counts all user data; each claim on user data counts for it too
     * @param saved counts the user data on drives of which every byte is told
     * @param leftOut folders that are not looked into, as {@link WindowsPath#folded} has them: this program's own
     * @param linkedDrives letters of the drives on which a file's id tells that two names are one file: NTFS
     * @param bytesInUse what the drives hold together, as far as they say: for {@link Watch.Progress}
     */
    record Order(
            List<Claim> claims,
            List<Wanted> wanted,
            Tally total,
            Tally saved,
            Set<String> leftOut,
            Set<Character> linkedDrives,
            long bytesInUse) {}

    DiskWalk(Files files, Order order, Watch watch) {
        this.files = files;
        this.order = order;
        this.watch = watch;
        this.hardLinks = order.linkedDrives().stream()
                .collect(Collectors.toUnmodifiableMap(letter -> letter, letter -> new HardLinks()));
    }

    /** Walks everything below {@code roots}, none of which lies in another, with {@code threads} threads. */
    Walked over(List<String> roots, int threads) {
        for (String root : roots) {
            Reading<FileEntry> entry = files.entry(root);
            if (entry instanceof Reading.Present<FileEntry> present) {
                begin(rootFolder(root), present.value());
            } else if (entry instanceof Reading.Unreadable<FileEntry> unreadable) {
                note(root, unreadable.why(), rootFolder(root));
            }
        }
        queue.drain(threads, this::visit);
        if (hardLinks.values().stream().anyMatch(HardLinks::isFull)) {
            walked.linksMayCountTwice();
        }
        return walked;
    }

    private Folder rootFolder(String root) {
        List<Folder.Pending> pending = new ArrayList<>();
        List<Tally> counts = List.of();
        Zone zone = Zone.uncounted();
        for (Claim claim : order.claims()) {
            if (WindowsPath.isAtOrBelow(claim.place().base(), root)) {
                List<NamePattern> parts = claim.place().below(root);
                if (!parts.isEmpty()) {
                    pending.add(new Folder.Pending(claim, parts, 0));
                } else if (claim.fate().isPresent()) {
                    zone = zone(claim, root);
                } else {
                    counts = union(counts, claim.matched(root));
                }
            }
        }
        return new Folder(null, root, counts, zone, pending);
    }

    private void begin(Folder root, FileEntry entry) {
        if (entry.isLink()) {
            link(root, root.name(), entry);
        } else if (entry.isDirectory()) {
            queue.add(List.of(root));
        } else {
            root.counts().forEach(count -> count.addFile(entry));
        }
    }

    private void visit(Folder folder) {
        Visit visit = new Visit(folder);
        Reading<List<FileEntry>> children = files.children(visit.path);
        if (children instanceof Reading.Unreadable<List<FileEntry>> unreadable) {
            note(visit.path, unreadable.why(), folder);
        }
        children.orElse(List.of()).forEach(visit::look);
        visit.finish();
        queue.add(visit.below);
        tell(visit.path, visit.all);
    }

    private void link(Folder folder, String path, FileEntry entry) {
        boolean compatibility = entry.has(FileEntry.HIDDEN) && entry.has(FileEntry.SYSTEM);
        walked.addLink(new Link(path, entry.reparseTag(), compatibility));
        for (Folder.Pending pending : folder.pending()) {
            boolean ofThePattern = compatibility && pending.claim().place().each();
            if (pending.ends(entry.name()) && !ofThePattern) {
                pending.claim().matchedLink(path);
            }
        }
    }

    private void note(String path, WindowsError why, Folder folder) {
        boolean matters = folder.zone().fate().matters() || isUserData(folder.counts()) || mayHoldUserData(folder);
        walked.addNotRead(new NotRead(path, why), matters);
        folder.counts().forEach(Tally::addUnreadFolder);
        if (!isUserData(folder.counts())) {
            folder.zone().rest().forEach(Tally::addUnreadFolder);
        }
    }

    private synchronized void tell(String path, Tally here) {
        seen.addAll(here);
        Count so = seen.count();
        Watch.Progress progress =
                new Watch.Progress(so.folders(), so.files() + so.cloudFiles(), so.bytes(), order.bytesInUse(), path);
        if (!queue.isStopped() && !watch.goOn(progress)) {
            walked.stopped();
            queue.stop();
        }
    }

    private boolean isLeftOut(String path) {
        return !order.leftOut().isEmpty() && order.leftOut().contains(WindowsPath.folded(path));
    }

    /** Whether a place of user data lies below it: fonts below Windows's own folders, bookmarks in a cache. */
    private static boolean mayHoldUserData(Folder folder) {
        return folder.pending().stream()
                .anyMatch(pending -> pending.claim().fate().isEmpty() && pending.isMeant());
    }

    private boolean isUserData(List<Tally> counts) {
        return counts.contains(order.total());
    }

    private Zone zone(Claim claim, String path) {
        Tally savedThere = claim.isApart() ? new Tally() : order.saved();
        return new Zone(claim.fate().orElseThrow(), claim.matched(path), savedThere);
    }

    /** A damaged disk may list names that would lead out of their folder. */
    private static boolean isName(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.indexOf('\\') < 0
                && name.indexOf('/') < 0;
    }

    /** {@code counts} and those of {@code more} that are not in it: nothing is counted twice in one tally. */
    private static List<Tally> union(List<Tally> counts, List<Tally> more) {
        if (counts.containsAll(more)) {
            return counts;
        }
        List<Tally> both = new ArrayList<>(counts);
        more.stream().filter(count -> !counts.contains(count)).forEach(both::add);
        return both;
    }

    /** One folder being looked into: counts apart first, so that the tallies of all are locked once a folder. */
    private final class Visit {
        private final Folder folder;
        private final String path;
        private final Tally all = new Tally();
        private final Tally saved = new Tally();
        private final Tally rest = new Tally();
        private final List<Folder> below = new ArrayList<>();
        private final @Nullable HardLinks links;
        private final int owner;

        Visit(Folder folder) {
            this.folder = folder;
            this.path = folder.path();
            this.links = path.charAt(1) == ':' ? hardLinks.get(Character.toUpperCase(path.charAt(0))) : null;
            this.owner = links == null ? 0 : links.owner(folder.counts());
            all.addFolder();
            (isUserData(folder.counts()) ? saved : rest).addFolder();
        }

        void look(FileEntry entry) {
            String child = WindowsPath.child(path, entry.name());
            if (!isName(entry.name())) {
                refuse(child, INVALID_NAME);
            } else if (entry.isLink()) {
                link(folder, child, entry);
            } else if (entry.isDirectory()) {
                if (!isLeftOut(child)) {
                    folder(child, entry.name());
                }
            } else {
                file(child, entry);
            }
        }

        private void file(String child, FileEntry entry) {
            List<Tally> counts = folder.counts();
            Zone zone = folder.zone();
            for (Folder.Pending pending : folder.pending()) {
                if (pending.ends(entry.name())) {
                    boolean fate = pending.claim().fate().isPresent();
                    zone = fate ? zone(pending.claim(), child) : zone;
                    counts = fate ? counts : union(counts, pending.claim().matched(child));
                }
            }
            counts = union(counts, wanted(child, entry.name(), zone));
            count(entry, counts, zone);
            list(child, entry, counts);
        }

        /** Puts the files that somebody must know of one by one on their lists. */
        private void list(String child, FileEntry entry, List<Tally> counts) {
            if (entry.has(FileEntry.ENCRYPTED)) {
                walked.addEncrypted(child);
            }
            if (MailStores.isStore(entry.name())) {
                walked.addFound(new FoundFile(child, entry, counts));
            }
            if (entry.size() > BigFile.FAT_LIMIT && isUserData(counts) && !entry.isOnlyInCloud()) {
                walked.addBig(new BigFile(child, entry.size()));
            }
            if (OpenDocuments.isOwnerFile(entry.name())) {
                walked.addOpenDocument(child);
            }
        }

        /** Counts the file, unless it was counted under another name: then for those alone that have not counted it. */
        private void count(FileEntry entry, List<Tally> counts, Zone zone) {
            int mine = links == null || counts.equals(folder.counts()) ? owner : links.owner(counts);
            if (links != null && !links.first(entry.id(), mine)) {
                links.notYet(entry.id(), mine).forEach(count -> count.addFile(entry));
                return;
            }
            all.addFile(entry);
            counts.subList(folder.counts().size(), counts.size()).forEach(count -> count.addFile(entry));
            if (isUserData(counts)) {
                saved.addFile(entry);
            } else if (zone.equals(folder.zone())) {
                rest.addFile(entry);
            } else {
                zone.rest().forEach(count -> count.addFile(entry));
            }
        }

        private List<Tally> wanted(String child, String name, Zone zone) {
            int dot = name.lastIndexOf('.');
            if (dot < 0) {
                return List.of();
            }
            List<Tally> counts = List.of();
            String ending = WindowsPath.folded(name.substring(dot));
            for (Wanted wanted : order.wanted()) {
                if (wanted.endings().contains(ending) && (wanted.inWindowsToo() || zone.fate() != Fate.SYSTEM)) {
                    counts = union(counts, wanted.claim().matched(child));
                }
            }
            return counts;
        }

        private void folder(String child, String name) {
            List<Tally> counts = folder.counts();
            Zone zone = folder.zone();
            List<Folder.Pending> pending = List.of();
            for (Folder.Pending here : folder.pending()) {
                if (here.leadsInto(name)) {
                    pending = pending.isEmpty() ? new ArrayList<>() : pending;
                    pending.add(here.next());
                } else if (here.ends(name)) {
                    boolean fate = here.claim().fate().isPresent();
                    zone = fate ? zone(here.claim(), child) : zone;
                    counts = fate ? counts : union(counts, here.claim().matched(child));
                }
            }
            if (child.length() > LONGEST_PATH) {
                refuse(child, NAME_TOO_LONG);
            } else {
                below.add(new Folder(folder, name, counts, zone, pending));
            }
        }

        private void refuse(String child, int code) {
            note(child, new WindowsError(Message.of("userdata.tried.look-into", child), code, ""), folder);
        }

        void finish() {
            folder.counts().forEach(count -> count.addAll(all));
            folder.zone().rest().forEach(count -> count.addAll(rest));
            folder.zone().saved().addAll(saved);
        }
    }
}
