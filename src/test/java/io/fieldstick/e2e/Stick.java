package io.fieldstick.e2e;

import io.fieldstick.message.ProgramResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The stick that {@code scripts/make-stick} built, in a folder of one Windows. */
public final class Stick {
    private static final Path BUILT = WinePrefix.PROJECT.resolve("target/stick");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String RUN = "C:\\windows\\temp\\run.cmd";
    private static final String EXIT_CODE = "C:\\windows\\temp\\exit-code";

    private final WinePrefix windows;
    private final String folder;

    private Stick(WinePrefix windows, String folder) {
        this.windows = windows;
        this.folder = folder;
    }

    /** Copies the built stick, its runtime as hard links where possible. */
    static Stick in(WinePrefix windows, String folder) {
        requireBuilt();
        Path place = windows.path(folder);
        try {
            Files.createDirectories(place);
        } catch (IOException e) {
            throw new AssertionError("could not make " + folder, e);
        }
        windows.bash(
                "cd \"$1\"; rm -rf \"$2\"/cases; cp -rp app profiles installers fieldstick.cmd README.txt \"$2\"; "
                        + "mkdir \"$2\"/cases; cp -rl runtime \"$2\" 2>/dev/null || cp -r runtime \"$2\"",
                List.of(BUILT.toString(), place.toString()));
        return at(windows, folder);
    }

    /** The stick that lies there already. */
    static Stick at(WinePrefix windows, String folder) {
        return new Stick(windows, folder);
    }

    private static void requireBuilt() {
        Path jar = BUILT.resolve("app/fieldstick.jar");
        try {
            if (!Files.exists(jar) || Files.mismatch(jar, WinePrefix.PROJECT.resolve("target/fieldstick.jar")) >= 0) {
                throw new AssertionError(
                        "target/stick is not there or is older than the program: run scripts/make-stick");
            }
        } catch (IOException e) {
            throw new AssertionError("could not read " + jar, e);
        }
    }

    /** Puts {@link Probe} in the program's place. */
    Stick withProbe() {
        Path jar = path("app\\fieldstick.jar");
        try (JarFile program = new JarFile(BUILT.resolve("app/fieldstick.jar").toFile())) {
            Manifest manifest = program.getManifest();
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Probe.class.getName());
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                for (String name : List.of("Probe.class", "probe.properties")) {
                    out.putNextEntry(new ZipEntry("io/fieldstick/e2e/" + name));
                    out.write(Files.readAllBytes(
                            WinePrefix.PROJECT.resolve("target/test-classes/io/fieldstick/e2e/" + name)));
                }
                String resources = ProgramResource.class.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(resources));
                out.write(program.getInputStream(program.getEntry(resources)).readAllBytes());
            }
            return this;
        } catch (IOException e) {
            throw new AssertionError("could not write " + jar, e);
        }
    }

    /** The Windows path of a file of this stick. */
    public String windowsPath(String relative) {
        return folder + "\\" + relative;
    }

    /** Where this machine has a file of this stick; relative as Windows writes it. */
    public Path path(String relative) {
        return windows.path(windowsPath(relative));
    }

    /** Runs {@code fieldstick.cmd} from the user's folder; the exit code is whole. */
    public Run run(String... arguments) {
        return runFrom("C:\\users\\zhangsan", Map.of(), arguments);
    }

    /** Runs {@code fieldstick.cmd} from a folder, with more environment variables; the exit code is whole. */
    public Run runFrom(String workingFolder, Map<String, String> environment, String... arguments) {
        return whole(
                line(environment, arguments),
                variables -> windows.run(LIMIT, windows.path(workingFolder), variables, List.of(RUN)));
    }

    /** Runs {@code fieldstick.cmd} as {@link WinePrefix#runRemotely} does; the exit code is whole. */
    Run runRemotely(String... arguments) {
        return whole(line(Map.of(), arguments), variables -> windows.runRemotely(variables, RUN));
    }

    /**
     * Provisions by the profile {@code profile} of the stick and is killed {@code when} ("before", "during" or "after") change
     * {@code number}, as {@link DyingProvision} does it; its exit code is then 137.
     */
    Run killedAt(int number, String when, String profile, String... more) {
        windows.drive('t', Path.of("target/test-classes"));
        return java(Stream.concat(
                        Stream.of(
                                "-cp",
                                windowsPath("app\\*") + ";T:\\",
                                "-Djna.nounpack=true",
                                "-Djna.boot.library.path=" + windowsPath("app\\native"),
                                DyingProvision.class.getName(),
                                windowsPath("."),
                                Integer.toString(number),
                                when,
                                "provision",
                                "--no-input",
                                "--profile",
                                windowsPath("profiles\\" + profile)),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private Map<String, String> line(Map<String, String> environment, String... arguments) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put(
                "FIELDSTICK_LINE",
                Stream.concat(Stream.of(windowsPath("fieldstick.cmd")), Stream.of(arguments))
                        .map(Stick::quoted)
                        .collect(Collectors.joining(" ")));
        return variables;
    }

    private Run whole(Map<String, String> variables, Function<Map<String, String>, Run> runner) {
        try {
            if (!Files.exists(windows.path(RUN))) {
                windows.copyIn(WinePrefix.PROJECT.resolve("scripts/lib/run.cmd"), RUN);
            }
            Run run = runner.apply(variables);
            Path code = windows.path(EXIT_CODE);
            if (!Files.exists(code)) {
                throw new AssertionError("the stick ended without an exit code: " + run);
            }
            int whole = Integer.parseInt(
                    Files.readString(code, StandardCharsets.US_ASCII).strip());
            return new Run(whole, run.outBytes(), run.errBytes());
        } catch (IOException e) {
            throw new AssertionError("could not run the stick", e);
        }
    }

    /** Runs {@code java.exe} of this stick with other arguments than the launcher's; the exit code is the low byte. */
    public Run java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                windowsPath("runtime\\bin\\java.exe"),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Dfile.encoding=UTF-8"));
        command.addAll(List.of(arguments));
        return windows.run(Duration.ofMinutes(5), windows.driveC(), Map.of(), command);
    }

    /**
     * An argument as cmd and then java.exe read it: within quotes nothing is special to cmd but the quote, and backslashes
     * before a quote are doubled (MS docs: Parsing C++ command-line arguments). Wine's cmd looks for variables once more in
     * what it put in for {@code %*}, so percent signs are doubled too.
     */
    private static String quoted(String argument) {
        String text = argument.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)$", "$1$1");
        return '"' + text.replace("%", "%%") + '"';
    }
}
