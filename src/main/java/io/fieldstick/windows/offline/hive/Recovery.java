package io.fieldstick.windows.offline.hive;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a hive whole from its file and its logs, in a copy in memory. */
final class Recovery {
    /** What bins may grow by beyond all bytes there are: a log need not carry bins that nothing was written to. */
    private static final long SPARE = 1 << 20;

    private final long mostBins;
    private final List<HiveProblem> problems = new ArrayList<>();
    private byte[] file;
    private @Nullable BaseBlock base;
    private Hive.State state;

    private Recovery(byte[] file, List<byte[]> logs) {
        this.file = file;
        this.mostBins = file.length + logs.stream().mapToLong(log -> log.length).sum() + SPARE;
        BaseBlock stored = BaseBlock.of(file);
        this.base = stored.sound() ? stored : null;
        this.state = stored.isDirty() ? Hive.State.UNFINISHED : Hive.State.CLEAN;
    }

    /** Reads {@code file} as it is where it is clean, else completed from the {@code logs} that fit. */
    static Recovery of(byte[] file, List<Reading<byte[]>> logs) {
        List<byte[]> readable = logs.stream()
                .map(log -> log.orElse(new byte[0]))
                .filter(log -> log.length > 0)
                .toList();
        Recovery recovery = new Recovery(file, readable);
        if (recovery.state == Hive.State.UNFINISHED) {
            logs.forEach(recovery::unreadable);
            recovery.complete(readable);
        }
        return recovery;
    }

    private void unreadable(Reading<byte[]> log) {
        if (log instanceof Reading.Unreadable<byte[]> unreadable) {
            WindowsError why = unreadable.why();
            problems.add(new HiveProblem(0, Message.of("hive.problem.log-unreadable", why.tried(), why.said())));
        }
    }

    Hive.State state() {
        return state;
    }

    List<HiveProblem> problems() {
        return problems;
    }

    int rootOffset() {
        return base == null ? Cells.NONE : base.root();
    }

    Cells cells() {
        int there = Math.max(0, file.length - BaseBlock.SIZE);
        int bins = base == null ? there : base.binsSize();
        if (bins <= 0 || bins > there) {
            problems.add(HiveProblem.at(file.length, "hive.problem.cut-short", Integer.toUnsignedString(bins), there));
            bins = there;
        }
        return new Cells(ByteBuffer.wrap(file, Math.min(BaseBlock.SIZE, file.length), bins));
    }

    private void complete(List<byte[]> logs) {
        if (base == null) {
            problems.add(HiveProblem.at(0, "hive.problem.base-block"));
        }
        replay(logs.stream().map(NewLog::of).filter(Objects::nonNull).toList());
        if (state == Hive.State.UNFINISHED) {
            restore(logs.stream().map(OldLog::of).filter(Objects::nonNull).toList());
        }
        if (state == Hive.State.UNFINISHED) {
            problems.add(HiveProblem.at(0, "hive.problem.unfinished"));
        }
    }

    private void replay(List<NewLog> logs) {
        Map<Integer, NewLog.Entry> bySequence = new LinkedHashMap<>();
        logs.forEach(log -> log.entries().forEach(entry -> bySequence.putIfAbsent(entry.sequence(), entry)));
        List<NewLog.Entry> chain =
                base != null ? chain(base.secondary(), bySequence) : chainWithoutBase(logs, bySequence);
        List<NewLog.Entry> usable = new ArrayList<>();
        for (NewLog.Entry entry : chain) {
            if (!entry.fits(mostBins)) {
                problems.add(HiveProblem.at(entry.at(), "hive.problem.log-entry"));
                break;
            }
            usable.add(entry);
        }
        apply(usable);
    }

    /*
     * Without the hive's own base block nobody says how far it was written. Entries carry whole pages, so an earlier
     * start does no harm as long as the chain goes on to the newest entry.
     */
    private List<NewLog.Entry> chainWithoutBase(List<NewLog> logs, Map<Integer, NewLog.Entry> bySequence) {
        List<NewLog> oldestFirst = logs.stream()
                .sorted(Comparator.comparingInt(log -> log.base().primary()))
                .toList();
        List<NewLog.Entry> chain = List.of();
        for (NewLog log : oldestFirst) {
            base = log.base();
            chain = log.entries().isEmpty()
                    ? List.of()
                    : chain(log.entries().get(0).sequence(), bySequence);
            if (chain.size() == bySequence.size()) {
                return chain;
            }
        }
        return chain;
    }

    private static List<NewLog.Entry> chain(int from, Map<Integer, NewLog.Entry> bySequence) {
        List<NewLog.Entry> chain = new ArrayList<>();
        int next = from;
        for (NewLog.Entry entry = bySequence.get(next); entry != null; entry = bySequence.get(next)) {
            chain.add(entry);
            next++;
            if (chain.size() >= bySequence.size()) {
                break;
            }
        }
        return chain;
    }

    private void apply(List<NewLog.Entry> entries) {
        if (entries.isEmpty() || base == null) {
            return;
        }
        int largest = entries.stream().mapToInt(NewLog.Entry::binsSize).max().orElse(0);
        file = Arrays.copyOf(file, Math.max(file.length, BaseBlock.SIZE + largest));
        entries.forEach(entry -> entry.writeTo(file));
        base = base.grownTo(entries.get(entries.size() - 1).binsSize());
        state = Hive.State.COMPLETED;
    }

    private void restore(List<OldLog> logs) {
        for (OldLog log : logs) {
            boolean sameWrite = log.base().written() == lastWritten();
            if (sameWrite && log.base().binsSize() > 0 && log.base().binsSize() <= mostBins && log.isWhole()) {
                file = Arrays.copyOf(
                        file, Math.max(file.length, BaseBlock.SIZE + log.base().binsSize()));
                log.writeTo(file);
                base = log.base();
                state = Hive.State.COMPLETED;
                return;
            }
        }
    }

    /** The time of the last write; where the base block is bad, the first bin has it too. */
    private long lastWritten() {
        if (base != null && base.type() == 0) {
            return base.written();
        }
        int binWritten = BaseBlock.SIZE + 20;
        return file.length < binWritten + 8 ? 0 : BaseBlock.littleEndian(file).getLong(binWritten);
    }
}
