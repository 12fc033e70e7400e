package io.fieldstick.userdata;

import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.live.LiveWindows;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How fast the walk of the disk is, and how much memory it takes: one measurement a process, of its second walk, called by scripts/bench.
 *
 * <p>{@code ScanBench scan FOLDER THREADS} walks as backup-audit does, {@code ScanBench nio FOLDER} with
 * {@link Files#walkFileTree}, and {@code ScanBench million} walks a million files that exist in memory only one folder at
 * a time. Each prints {@code files bytes milliseconds processor-milliseconds peak-heap-bytes}; the processor's time
 * is that of this process, without Wine's server.
 */
public final class ScanBench {
    private static final int FOLDERS = 10_000;
    private static final int FILES_IN_FOLDER = 100;

    private ScanBench() {}

    public static void main(String[] args) throws IOException {
        // The first walk starts the program and fills Wine's caches: only the second is measured.
        walk(args);
        long start = System.nanoTime();
        long started = processor();
        long[] seen = walk(args);
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        long busy = processor() - started;
        System.out.println(seen[0] + " " + seen[1] + " " + milliseconds + " " + busy + " " + peakHeap());
    }

    private static long[] walk(String[] args) throws IOException {
        return switch (args[0]) {
            case "scan" -> scan(new LiveWindows().files(), args[1], Integer.parseInt(args[2]));
            case "nio" -> nio(Path.of(args[1]));
            case "million" -> scan(new Million(), "C:\\", 2);
            default -> throw new IllegalArgumentException(args[0]);
        };
    }

    private static long[] scan(io.fieldstick.windows.Files files, String folder, int threads) {
        Tally total = new Tally();
        Claim all = Claim.of(Place.of("all", Optional.empty(), folder, Origin.FOUND), total);
        DiskWalk.Order order = new DiskWalk.Order(
                List.of(all),
                List.of(new Wanted(DatabaseFiles.ENDINGS, all, false)),
                total,
                new Tally(),
                Set.of(),
                Set.of('C'),
                0);
        new DiskWalk(files, order, Watch.NOBODY).over(List.of(folder), threads);
        return new long[] {total.count().files(), total.count().bytes()};
    }

    private static long[] nio(Path folder) throws IOException {
        long[] seen = new long[2];
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                seen[0]++;
                seen[1] += attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        return seen;
    }

    private static long processor() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(-1L);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** A million files in ten thousand folders, made when they are asked for. */
    private static final class Million implements io.fieldstick.windows.Files {
        @Override
        public Reading<FileEntry> entry(String path) {
            return Reading.of(new FileEntry(path, FileEntry.DIRECTORY, 0, 0, Instant.EPOCH));
        }

        @Override
        public Reading<List<FileEntry>> children(String path) {
            boolean root = path.endsWith("\\");
            List<FileEntry> entries = new ArrayList<>();
            for (int i = 0; i < (root ? FOLDERS : FILES_IN_FOLDER); i++) {
                String name = (root ? "文件夹 " : "一份名字不短的工作文件 ") + i + (root ? "" : ".docx");
                int attributes = root ? FileEntry.DIRECTORY : 0x20;
                long id = (path.hashCode() & 0xFFFFFFFFL) * FOLDERS + i + 1;
                entries.add(new FileEntry(name, attributes, 0, i, Instant.ofEpochSecond(i), id));
            }
            return Reading.of(entries);
        }

        @Override
        public Reading<byte[]> bytes(String path, long offset, int length) {
            return Reading.of(new byte[0]);
        }

        @Override
        public Reading<String> target(String path) {
            return Reading.absent();
        }
    }
}
