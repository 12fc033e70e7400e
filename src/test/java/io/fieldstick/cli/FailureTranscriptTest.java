package io.fieldstick.cli;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a person sees when something fails, whole, in both languages: refusals of Windows, safety gates, wrong options, bugs.
 * {@code -Dtranscripts=write} writes them anew. The messages about profiles have theirs in {@code profile}.
 */
class FailureTranscriptTest {
    private static final String USER = "S-1-5-21-1-2-3-1001";
    private static final RegistryKey EXPLORER =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer");

    @TempDir
    Path folder;

    static Stream<Arguments> situations() {
        return Stream.of(
                situation(
                        "write-refused",
                        windows -> windows.readOnly(EXPLORER, WindowsError.ACCESS_DENIED),
                        provision()),
                situation(
                        "write-refused-midway",
                        windows -> windows.failWrite(2, WindowsError.ACCESS_DENIED),
                        provision()),
                situation(
                        "read-refused",
                        windows -> windows.unreadable(EXPLORER, WindowsError.ACCESS_DENIED),
                        "verify",
                        "--only",
                        "auto-play"),
                situation("needs-administrator", windows -> windows.elevated(false), provision()),
                situation(
                        "domain-member",
                        windows -> windows.membership(true, "CORP"),
                        "provision",
                        "--only",
                        "host-name",
                        "--set",
                        "dept=IT",
                        "--set",
                        "user=zhangsm"),
                situation(
                        "name-too-long",
                        windows -> {},
                        "provision",
                        "--only",
                        "host-name",
                        "--set",
                        "dept=XXJSB",
                        "--set",
                        "user=欧阳小红"),
                situation("answer-missing", windows -> {}, "provision", "--only", "host-name"),
                situation("differs", windows -> {}, "verify", "--only", "auto-play"),
                situation(
                        "overridden-by-policy",
                        windows -> windows.put(
                                RegistryKey.machine(
                                        "SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings"),
                                "ProxySettingsPerUser",
                                RegistryValue.dword(0)),
                        "verify",
                        "--only",
                        "proxy"),
                situation(
                        "another-run",
                        windows -> windows.turns()
                                .occupied(Optional.of(
                                        "provision\n2026-11-24 12:00:00\nS-1-5-18\nOLDNAME-20261124T040000Z")),
                        provision()),
                situation("another-program", windows -> windows.turns().occupied(Optional.empty()), provision()),
                situation("nothing-to-undo", windows -> {}, "undo"),
                situation("no-such-section", windows -> {}, "verify", "--only", "proxi"),
                situation("unknown-option", windows -> {}, "verify", "--dryrun"));
    }

    private static String[] provision() {
        return new String[] {"provision", "--only", "auto-play"};
    }

    private static Arguments situation(String name, Consumer<InMemoryWindows> machine, String... commandLine) {
        return Arguments.of(name, machine, commandLine);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void whatIsSaidIsAsItWasRead(String name, Consumer<InMemoryWindows> machine, String[] commandLine)
            throws IOException {
        for (String language : new String[] {"en", "zh"}) {
            InMemoryWindows windows = new InMemoryWindows().user(USER, "C:\\Users\\zhangsan", true);
            machine.accept(windows);
            Visit visit = new Visit(folder.resolve(language), windows);
            visit.profile("bcia.yaml", CommandLineTest.PROFILE);
            String[] line = Stream.concat(Stream.of(commandLine), Stream.of("--lang", language, "--no-input"))
                    .toArray(String[]::new);
            int exit = visit.run(line);
            // The note about the case is as long as the path of its folder.
            String page = ("exit " + exit + "\n-- standard output\n" + visit.output() + "-- standard error\n"
                            + visit.errors())
                    .replaceAll("(note: the case is|说明： 案卷：)\\s*STICK\\S*\\n", "")
                    .replace("STICK/profiles", "PROFILES");
            Transcripts.compare("failure/" + name + "." + language + ".txt", page);
        }
    }
}
