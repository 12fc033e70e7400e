package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
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
    private final List<Claim> claims;
    private final Set<String> endings;
    private final Watch watch;
    private final Walked walked = new Walked();
    private final Deque<Folder> waiting = new ArrayDeque<>();
    private int busy;
    private boolean stopped;
    private @Nullable Throwable failure;
    private long folderCount;
    private final Tally seen = new Tally();

    /** A walk for {@code claims} that also notes each file whose name ends in one of {@code endings}: {@code .pst}. */
    DiskWalk(Files files, List<Claim> claims, Set<String> endings, Watch watch) {
        this.files = files;
        this.claims = claims;
        this.endings = endings;
        this.watch = watch;
    }

    /** Walks everything below {@code roots}, none of which lies in another, with {@code threads} threads. */
    Walked over(List<String> roots, int threads) {
        roots.forEach(this::begin);
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread other = new Thread(this::work, "walk-" + i);
            other.setDaemon(true);
            other.start();
            others.add(other);
        }
        work();
        others.forEach(DiskWalk::join);
        if (failure != null) {
            // A thread that died must not look like a folder that was empty.
            throw new IllegalStateException("the walk of the disk failed", failure);
        }
        return walked;
    }

    private synchronized void fail(Throwable bug) {
        failure = failure == null ? bug : failure;
        stop();
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(String root) {
        List<Pending> pending = new ArrayList<>();
        List<Tally> counts = List.of();
        for (Claim claim : claims) {
            if (WindowsPath.isAtOrBelow(claim.place().base(), root)) {
                List<NamePattern> parts = claim.place().below(root);
                if (parts.isEmpty()) {
                    counts = union(counts, claim.matched(root));
                } else {
                    pending.add(new Pending(claim, parts, 0));
                }
            }
        }
        Reading<FileEntry> entry = files.entry(root);
        if (entry instanceof Reading.Present<FileEntry> present) {
            beginAt(new Folder(null, root, counts, pending), present.value());
        } else if (entry instanceof Reading.Unreadable<FileEntry> unreadable) {
            note(root, unreadable.why(), counts);
        }
    }

    private void beginAt(Folder root, FileEntry entry) {
        if (entry.isDirectory()) {
            waiting.push(root);
        } else {
            for (Tally count : root.counts()) {
                count.addFile(entry);
            }
        }
    }

    private void work() {
        for (Folder folder = next(); folder != null; folder = next()) {
            try {
                visit(folder);
            } catch (RuntimeException | Error bug) {
                fail(bug);
            } finally {
                done();
            }
        }
    }

    private synchronized @Nullable Folder next() {
        while (waiting.isEmpty() && busy > 0 && !stopped) {
            try {
                wait();
            } catch (InterruptedException e) {
                stop();
                Thread.currentThread().interrupt();
            }
        }
        if (stopped || waiting.isEmpty()) {
            return null;
        }
        busy++;
        return waiting.pop();
    }

    private synchronized void done() {
        busy--;
        notifyAll();
    }

    private synchronized void add(List<Folder> folders) {
        // The first name of a listing is visited first: the deque is a stack.
        for (int i = folders.size() - 1; i >= 0; i--) {
            waiting.push(folders.get(i));
        }
        notifyAll();
    }

    private synchronized void stop() {
        stopped = true;
        walked.stopped();
        notifyAll();
    }

    private void visit(Folder folder) {
        String path = folder.path();
        Reading<List<FileEntry>> children = files.children(path);
        if (children instanceof Reading.Unreadable<List<FileEntry>> unreadable) {
            note(path, unreadable.why(), folder.counts());
        }
        Tally here = new Tally();
        here.addFolder();
        List<Folder> below = new ArrayList<>();
        for (FileEntry entry : children.orElse(List.of())) {
            look(folder, path, entry, here, below);
        }
        for (Tally count : folder.counts()) {
            count.addAll(here);
        }
        add(below);
        tell(path, here);
    }

    private void look(Folder folder, String path, FileEntry entry, Tally here, List<Folder> below) {
        String name = entry.name();
        String child = WindowsPath.child(path, name);
        if (!isName(name)) {
            note(child, new WindowsError(Message.of("userdata.tried.look-into", child), INVALID_NAME, ""), List.of());
        } else if (entry.isLink()) {
            link(folder, child, entry);
        } else if (entry.isDirectory()) {
            descend(folder, child, entry, below);
        } else {
            here.addFile(entry);
            lookAtFile(folder, child, entry);
        }
    }

    private void lookAtFile(Folder folder, String child, FileEntry entry) {
        List<Tally> counts = folder.counts();
        for (Pending pending : folder.pending()) {
            if (pending.isLast() && pending.fits(entry.name())) {
                counts = union(counts, pending.claim().matched(child));
            }
        }
        for (Tally count : counts.subList(folder.counts().size(), counts.size())) {
            count.addFile(entry);
        }
        if (isWanted(entry.name())) {
            walked.addFound(new FoundFile(child, entry, counts));
        }
    }

    private void descend(Folder folder, String child, FileEntry entry, List<Folder> below) {
        List<Tally> counts = folder.counts();
        List<Pending> pending = List.of();
        for (Pending here : folder.pending()) {
            if (here.fits(entry.name())) {
                if (here.isLast()) {
                    counts = union(counts, here.claim().matched(child));
                } else {
                    pending = pending.isEmpty() ? new ArrayList<>() : pending;
                    pending.add(here.next());
                }
            }
        }
        if (child.length() > LONGEST_PATH) {
            note(child, new WindowsError(Message.of("userdata.tried.look-into", child), NAME_TOO_LONG, ""), counts);
        } else {
            below.add(new Folder(folder, entry.name(), counts, pending));
        }
    }

    private void link(Folder folder, String child, FileEntry entry) {
        boolean compatibility = entry.has(FileEntry.HIDDEN) && entry.has(FileEntry.SYSTEM);
        walked.addLink(new Link(child, entry.reparseTag(), compatibility));
        for (Pending pending : folder.pending()) {
            if (pending.isLast()
                    && pending.fits(entry.name())
                    && !(compatibility && pending.claim().place().each())) {
                pending.claim().matchedLink(child);
            }
        }
    }

    private void note(String path, WindowsError why, List<Tally> counts) {
        walked.addNotRead(new NotRead(path, why));
        for (Tally count : counts) {
            count.addUnreadFolder();
        }
    }

    private synchronized void tell(String path, Tally here) {
        folderCount++;
        seen.addAll(here);
        Count so = seen.count();
        if (!watch.goOn(new Watch.Progress(folderCount, so.files() + so.cloudFiles(), so.bytes(), path))) {
            stop();
        }
    }

    private boolean isWanted(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && endings.contains(WindowsPath.folded(name.substring(dot)));
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

    /** A folder that waits to be looked into, and what its content counts for. */
    private record Folder(@Nullable Folder parent, String name, List<Tally> counts, List<Pending> pending) {
        String path() {
            if (parent == null) {
                return name;
            }
            List<String> names = new ArrayList<>();
            Folder at = this;
            for (Folder up = parent; up != null; up = up.parent()) {
                names.add(at.name());
                at = up;
            }
            StringBuilder path = new StringBuilder(at.name());
            for (int i = names.size() - 1; i >= 0; i--) {
                path.append(path.charAt(path.length() - 1) == '\\' ? "" : "\\").append(names.get(i));
            }
            return path.toString();
        }
    }

    /** A claim whose first parts have fitted; {@code at} is the part that a child's name must fit. */
    private record Pending(Claim claim, List<NamePattern> parts, int at) {
        boolean isLast() {
            return at == parts.size() - 1;
        }

        boolean fits(String name) {
            return parts.get(at).fits(name) && !(isLast() && claim.excludes(name));
        }

        Pending next() {
            return new Pending(claim, parts, at + 1);
        }
    }
}
