package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Processes;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts together which Outlook data files are on the disk and which ones Outlook profiles name, and judges each. */
final class MailStores {
    /** Outlook's data files: personal folders, copies of mailboxes, and groups. */
    static final Set<String> ENDINGS = Set.of(".pst", ".ost", ".nst");

    /** The old format ends at 2 GB; from 1.8 GB on it should be split (MS support KB832925). */
    private static final StoreLimits.Limit ANSI = new StoreLimits.Limit(2L << 30, 1_800L << 20);

    /** ERROR_LOCK_VIOLATION (MS docs: system error codes 0-499). */
    private static final int LOCK_VIOLATION = 33;

    /** Whether a file of that name is an Outlook data file. */
    static boolean isStore(String name) {
        int dot = name.length() - ".pst".length();
        return dot > 0 && ENDINGS.contains(WindowsPath.folded(name.substring(dot)));
    }

    private final Files files;
    private final Processes processes;
    private final StoreLimits limits;
    private final Map<String, Known> stores = new TreeMap<>();

    private MailStores(Files files, Processes processes, StoreLimits limits) {
        this.files = files;
        this.processes = processes;
        this.limits = limits;
    }

    /** Those that {@code machine} has, of which none is known yet. */
    static MailStores of(MachineHome machine, Processes processes) {
        return new MailStores(machine.files(), processes, StoreLimits.of(machine));
    }

    /** The smallest of those who use the file. */
    private StoreLimits.Limit limit(Known known) {
        return known.limits().stream()
                .min(Comparator.comparingLong(StoreLimits.Limit::bytes))
                .orElseGet(limits::usual);
    }

    /** A data file that the walk of the disk came upon. */
    void found(String path, FileEntry entry) {
        stores.computeIfAbsent(WindowsPath.folded(path), key -> Known.of(path, Reading.of(entry)));
    }

    /** A data file that an Outlook profile of {@code user} names, whether or not it is there. */
    void named(OutlookProfiles.Named named, UserHome user) {
        Known known = stores.computeIfAbsent(
                WindowsPath.folded(named.path()), key -> Known.of(named.path(), files.entry(named.path())));
        known.registrations().add(named.registration());
        known.limits().add(limits.of(user, named.registration().outlook()));
    }

    /** All of them, each judged; reads their headers, but of none that is only in the cloud. */
    List<MailStore> judged() {
        return stores.values().stream().map(this::judge).toList();
    }

    private MailStore judge(Known known) {
        List<StoreProblem> problems = new ArrayList<>();
        MailStore.Header header = MailStore.Header.NONE;
        if (known.file() instanceof Reading.Present<FileEntry> present) {
            header = header(known, present.value(), problems);
        } else if (known.file() instanceof Reading.Unreadable<FileEntry> unreadable) {
            header = MailStore.Header.UNREADABLE;
            problems.add(unreadable(unreadable.why()));
        } else {
            problems.add(new StoreProblem("missing", Message.of("userdata.store.missing")));
        }
        if (known.registrations().isEmpty()) {
            problems.add(new StoreProblem("unregistered", Message.of("userdata.store.unregistered")));
        }
        if (isOst(known.path())) {
            problems.add(new StoreProblem("server-copy", Message.of("userdata.store.server-copy")));
        }
        return new MailStore(known.path(), known.file(), known.registrations(), header, problems);
    }

    private MailStore.Header header(Known known, FileEntry entry, List<StoreProblem> problems) {
        String path = known.path();
        if (entry.isOnlyInCloud()) {
            problems.add(new StoreProblem("only-in-cloud", Message.of("userdata.store.only-in-cloud")));
            return MailStore.Header.ONLY_IN_CLOUD;
        }
        Reading<byte[]> start = files.bytes(path, 0, PstHeader.LENGTH);
        if (start instanceof Reading.Unreadable<byte[]> unreadable) {
            return unopened(path, unreadable.why(), problems);
        }
        List<StoreProblem> found = problems(path, start.orElse(new byte[0]), entry.size(), limit(known));
        problems.addAll(found);
        return found.stream().anyMatch(MailStores::isDamage) ? MailStore.Header.UNSOUND : MailStore.Header.SOUND;
    }

    private MailStore.Header unopened(String path, WindowsError why, List<StoreProblem> problems) {
        if (why.code() == WindowsError.SHARING_VIOLATION || why.code() == LOCK_VIOLATION) {
            problems.add(new StoreProblem("locked", locked(path)));
            return MailStore.Header.LOCKED;
        }
        problems.add(unreadable(why));
        return MailStore.Header.UNREADABLE;
    }

    private Message locked(String path) {
        List<Processes.Holder> holders = processes.holders(path).orElse(List.of());
        return holders.isEmpty()
                ? Message.of("userdata.store.locked")
                : Message.of(
                        "userdata.store.locked-by",
                        holders.stream()
                                .map(holder -> holder.name() + " (" + holder.process() + ")")
                                .collect(Collectors.joining(", ")));
    }

    /** What the header at the {@code start} of a file of {@code size} bytes gives cause to say. */
    static List<StoreProblem> problems(String path, byte[] start, long size) {
        return problems(path, start, size, StoreLimits.USUAL);
    }

    private static List<StoreProblem> problems(String path, byte[] start, long size, StoreLimits.Limit unicode) {
        Optional<PstHeader> header = PstHeader.in(start);
        if (header.isEmpty()) {
            return List.of(
                    size < PstHeader.LENGTH
                            ? new StoreProblem("too-short", Message.of("userdata.store.too-short", size))
                            : new StoreProblem("no-header", Message.of("userdata.store.no-header")));
        }
        List<StoreProblem> problems = new ArrayList<>();
        PstHeader is = header.get();
        if (is.format() == PstHeader.Format.UNKNOWN || is.content() == PstHeader.Content.UNKNOWN) {
            problems.add(new StoreProblem("unknown-format", Message.of("userdata.store.unknown-format")));
        } else if (is.declaredSize() > size || is.declaredSize() <= 0) {
            problems.add(
                    new StoreProblem("truncated", Message.of("userdata.store.truncated", is.declaredSize(), size)));
        }
        if (isOst(path) == (is.content() == PstHeader.Content.PST) && is.content() != PstHeader.Content.UNKNOWN) {
            problems.add(new StoreProblem("wrong-type", Message.of("userdata.store.wrong-type")));
        }
        if (is.format() == PstHeader.Format.RECOVERED) {
            problems.add(new StoreProblem("recovered", Message.of("userdata.store.recovered")));
        }
        StoreLimits.Limit limit = is.format() == PstHeader.Format.ANSI
                ? ANSI
                : is.format() == PstHeader.Format.UNICODE_4K ? StoreLimits.ofNew(unicode) : unicode;
        size(limit, size).ifPresent(problems::add);
        return problems;
    }

    private static Optional<StoreProblem> size(StoreLimits.Limit limit, long size) {
        if (size >= limit.bytes()) {
            return Optional.of(new StoreProblem("over-limit", Message.of("userdata.store.over-limit", size)));
        }
        if (size >= limit.nearly()) {
            return Optional.of(new StoreProblem("near-limit", Message.of("userdata.store.near-limit", size)));
        }
        return Optional.empty();
    }

    private static boolean isDamage(StoreProblem problem) {
        return Set.of("too-short", "no-header", "unknown-format", "truncated").contains(problem.name());
    }

    private static StoreProblem unreadable(WindowsError why) {
        return new StoreProblem("unreadable", Message.of("userdata.store.unreadable", why.said()));
    }

    private static boolean isOst(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".ost") || lower.endsWith(".nst");
    }

    private record Known(
            String path,
            Reading<FileEntry> file,
            List<MailStore.Registration> registrations,
            List<StoreLimits.Limit> limits) {
        static Known of(String path, Reading<FileEntry> file) {
            return new Known(path, file, new ArrayList<>(), new ArrayList<>());
        }
    }
}
