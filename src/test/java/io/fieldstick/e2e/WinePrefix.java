package io.fieldstick.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Windows 10 of its own under Wine, Simplified Chinese, made in a third of a second and gone when closed.
 *
 * <p>The scripts under {@code scripts/lib} make it, so that tests and {@code scripts/fieldstick} know one Windows. Its
 * user is {@code zhangsan}. Every program has a time limit, and writes into files: a pipe would be kept open by the
 * services that Wine starts.
 */
public final class WinePrefix implements AutoCloseable {
    /** The user whom Wine signs in. */
    public static final String USER_SID = "S-1-5-21-0-0-0-1000";
    /** The second user of a {@linkplain #seeded() seeded} Windows, 李四. */
    public static final String SECOND_USER_SID = "S-1-5-21-1004336348-1177238915-682003330-1002";

    static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path WINE_HOME = PROJECT.resolve("target/wine");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String PREAMBLE =
            "set -euo pipefail; . scripts/lib/common.sh; . scripts/lib/wine.sh; cd \"$0\"; ";

    private final Path folder;
    // A test run that is interrupted leaves no server behind; a closed prefix needs this no more.
    private final Thread atExit = new Thread(() -> bash("wine_environment; wineserver -k || true", List.of()));

    private WinePrefix(Path folder) {
        this.folder = folder;
    }

    /** A Windows on which nobody has worked yet. */
    public static WinePrefix fresh() {
        return made("wine_prefix");
    }

    /** A Windows with the people and files of {@code scripts/lib/seed.sh}; both users' hives are loaded. */
    public static WinePrefix seeded() {
        WinePrefix made = made("wine_seeded_prefix");
        made.drive('d', made.folder.resolve("drive_d"));
        made.copyIn(made.folder.resolve("second-user.reg"), "C:\\windows\\temp\\second-user.reg");
        made.importFile("C:\\windows\\temp\\second-user.reg");
        made.delete("C:\\windows\\temp\\second-user.reg");
        return made;
    }

    /** A Windows on which nobody has worked yet, with the part for 32-bit programs; the test is skipped where there is none. */
    static WinePrefix wow64() {
        Assumptions.assumeTrue(
                Files.isDirectory(WINE_HOME.resolve("wow64")), "no 32-bit part of Wine: scripts/check fetches it");
        return made("wine_wow64_prefix");
    }

    private static WinePrefix made(String recipe) {
        try {
            Files.createDirectories(WINE_HOME);
            Path folder = Files.createTempDirectory(WINE_HOME, "test-");
            WinePrefix prefix = new WinePrefix(folder);
            Runtime.getRuntime().addShutdownHook(prefix.atExit);
            prefix.bash(recipe + " \"$1\"", List.of(folder.toString()));
            // Users' hives other than the first live in the server's memory only: it must not end between two commands.
            prefix.bash("wine_environment; wineserver -p", List.of());
            return prefix;
        } catch (IOException e) {
            throw new AssertionError("could not make a Windows under " + WINE_HOME, e);
        }
    }

    /** The folder on this machine that is {@code C:}. */
    public Path driveC() {
        return folder.resolve("drive_c");
    }

    /** Makes a folder of this machine a fixed drive. */
    public void drive(char letter, Path target) {
        Path link = folder.resolve("dosdevices/" + Character.toLowerCase(letter) + ":");
        try {
            Files.createDirectories(target);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, target.toAbsolutePath());
        } catch (IOException e) {
            throw new AssertionError("could not make the drive " + letter + ": " + target, e);
        }
    }

    /** Makes an image file the disk {@code \\.\PhysicalDriveN}. */
    public void physicalDrive(int number, Path image) {
        try {
            Files.createSymbolicLink(folder.resolve("dosdevices/physicaldrive" + number), image.toAbsolutePath());
        } catch (IOException e) {
            throw new AssertionError("could not make the disk " + number + ": " + image, e);
        }
    }

    /** Makes an image file the volume {@code \\.\X:}, which can be read raw only; it has no folders. */
    public void volume(char letter, Path image) {
        try {
            Files.createSymbolicLink(
                    folder.resolve("dosdevices/" + Character.toLowerCase(letter) + "::"), image.toAbsolutePath());
        } catch (IOException e) {
            throw new AssertionError("could not make the volume " + letter + ": " + image, e);
        }
    }

    /** A new empty folder inside this Windows's own, outside of every drive until it is made one. */
    public Path room(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new AssertionError("could not make " + name, e);
        }
    }

    /** Where this machine has {@code C:\...} or a file of another drive. The letters must be as they are on the disk. */
    public Path path(String windowsPath) {
        String drive = windowsPath.substring(0, 2).toLowerCase(Locale.ROOT);
        String rest = windowsPath.substring(2).replace('\\', '/').replaceFirst("^/", "");
        return folder.resolve("dosdevices").resolve(drive).resolve(rest);
    }

    /** What a file of this machine holds, in UTF-8. */
    String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("could not read " + file, e);
        }
    }

    /** Writes a file with its folders. */
    public void write(String windowsPath, byte[] content) {
        try {
            Files.createDirectories(path(windowsPath).getParent());
            Files.write(path(windowsPath), content);
        } catch (IOException e) {
            throw new AssertionError("could not write " + windowsPath, e);
        }
    }

    /** Copies a file of this machine to a place whose folder exists. */
    public void copyIn(Path source, String windowsPath) {
        try {
            Files.copy(source, path(windowsPath));
        } catch (IOException e) {
            throw new AssertionError("could not copy to " + windowsPath, e);
        }
    }

    private void delete(String windowsPath) {
        try {
            Files.delete(path(windowsPath));
        } catch (IOException e) {
            throw new AssertionError("could not delete " + windowsPath, e);
        }
    }

    /** Every file and folder below a folder, as sorted paths relative to it. */
    public List<String> tree(String windowsFolder) {
        Path start = path(windowsFolder);
        try (Stream<Path> paths = Files.walk(start)) {
            return paths.map(path -> start.relativize(path).toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError("could not list " + windowsFolder, e);
        }
    }

    /** Runs a Windows program from {@code C:\}; the exit code is the low byte of its own. */
    public Run run(String... command) {
        return run(LIMIT, driveC(), Map.of(), List.of(command));
    }

    /**
     * Runs a Windows program.
     *
     * @param limit after which it is ended and the test fails
     * @param workingFolder a folder of this machine that lies on one of the drives
     * @param environment variables that the program sees beside the usual ones
     */
    public Run run(Duration limit, Path workingFolder, Map<String, String> environment, List<String> command) {
        List<String> line = new ArrayList<>(List.of(
                "bash", "-c", PREAMBLE + "wine_environment; cd \"$1\"; shift; exec wine \"$@\"", PROJECT.toString()));
        line.add(workingFolder.toString());
        line.addAll(command);
        return start(limit, environment, line);
    }

    /**
     * Runs a Windows program as a service that controls computers does: from System32, without a console, with nothing to
     * read on standard input and everything that is printed going into one pipe. Wine's own services are started before,
     * or they would hold the pipe open; and Wine takes a closed input for its server's socket, so it is at its end instead.
     */
    Run runRemotely(Map<String, String> environment, String... command) {
        List<String> line = new ArrayList<>(List.of(
                "bash",
                "-c",
                PREAMBLE + "wine_environment; cd \"$1\"; shift; wine cmd /c ver >/dev/null 2>&1; "
                        + "wine \"$@\" 2>&1 </dev/null | cat",
                PROJECT.toString(),
                driveC().resolve("windows/system32").toString()));
        line.addAll(List.of(command));
        return start(LIMIT, environment, line);
    }

    /** Imports registry text as regedit exports it, without its first line: {@code [HKEY_...]}, {@code "name"=...}. */
    public void importRegistry(String text) {
        String file = "C:\\windows\\temp\\import.reg";
        String whole = "\ufeffWindows Registry Editor Version 5.00\n\n" + text + "\n";
        write(file, whole.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_16LE));
        importFile(file);
        delete(file);
    }

    private void importFile(String file) {
        Run imported = run("reg", "import", file);
        if (imported.exitCode() != 0) {
            throw new AssertionError("reg import failed: " + imported);
        }
    }

    /** A key and all below it, as the text that {@code reg export} writes; empty when there is no such key. */
    public String exportRegistry(String key) {
        String file = "C:\\windows\\temp\\export.reg";
        try {
            Files.deleteIfExists(path(file));
            run("reg", "export", key, file, "/y");
            if (!Files.exists(path(file))) {
                return "";
            }
            String text = Files.readString(path(file), StandardCharsets.UTF_16LE);
            Files.delete(path(file));
            return text.replace("\ufeff", "").replace("\r\n", "\n");
        } catch (IOException e) {
            throw new AssertionError("could not export " + key, e);
        }
    }

    /** Puts the built stick into a folder of this Windows. */
    public Stick stick(String windowsFolder) {
        return Stick.in(this, windowsFolder);
    }

    void bash(String script, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of("bash", "-c", PREAMBLE + script, PROJECT.toString()));
        line.addAll(arguments);
        Run run = start(Duration.ofMinutes(3), Map.of(), line);
        if (run.exitCode() != 0) {
            throw new AssertionError("failed: " + script + "\n" + run);
        }
    }

    /** A process builder for a shell line in this Windows's environment, for tests that need more than {@link #run}. */
    ProcessBuilder builder(List<String> line) {
        ProcessBuilder builder = new ProcessBuilder(line).directory(PROJECT.toFile());
        builder.environment().put("WINEPREFIX", folder.toString());
        return builder;
    }

    private Run start(Duration limit, Map<String, String> environment, List<String> line) {
        try {
            Path out = Files.createTempFile(WINE_HOME, "out-", "");
            Path err = Files.createTempFile(WINE_HOME, "err-", "");
            ProcessBuilder builder = builder(line)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            Run run = new Run(ended ? process.exitValue() : -1, Files.readAllBytes(out), Files.readAllBytes(err));
            Files.delete(out);
            Files.delete(err);
            if (!ended) {
                throw new AssertionError("not ended after " + limit + ": " + line + "\n" + run);
            }
            return run;
        } catch (IOException e) {
            throw new AssertionError("could not run " + line, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** The process numbers on this machine of the programs of this Windows that run {@code file}: {@code java.exe}. */
    List<Long> running(String file) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> firstLine(process.resolve("comm")).equals(file))
                    .filter(process -> List.of(
                                    firstLine(process.resolve("environ")).split("\0", -1))
                            .contains("WINEPREFIX=" + folder))
                    .map(process -> Long.parseLong(process.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("could not list the processes", e);
        }
    }

    /** Empty where the process has ended meanwhile. */
    private static String firstLine(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException ended) {
            return "";
        }
    }

    /** Ends every program of this Windows and deletes it. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        bash("wine_environment; wineserver -k || true; wineserver -w", List.of());
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new AssertionError("could not delete " + folder, e);
        }
    }
}
