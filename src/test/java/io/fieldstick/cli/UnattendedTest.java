package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import io.fieldstick.stick.StickHome;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Windows;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Runs that nobody watches: SetupComplete.cmd, FirstLogonCommands, a scheduled task, a remote runner. */
class UnattendedTest {
    private static final String SECRET = "S3cr3tNobodyMaySee";

    @TempDir
    Path folder;

    /** A console with somebody before it who must not be asked. */
    private static final class Untouchable extends ScriptedTerminal {
        @Override
        public boolean interactive() {
            return true;
        }

        @Override
        public Optional<String> ask(String question) {
            throw new AssertionError("asked: " + question);
        }
    }

    private static InMemoryWindows windows() {
        return new InMemoryWindows()
                .user("S-1-5-21-1-2-3-1001", "C:\\Users\\zhangsan", true)
                .put(RegistryKey.machine("SOFTWARE\\Microsoft\\Cryptography"), "MachineGuid", RegistryValue.sz("one"));
    }

    private static List<String> options(CommandLine command) {
        List<String> lines = new ArrayList<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            String value = option.arity().max() == 0
                    ? ""
                    : "="
                            + (option.type().equals(int.class)
                                    ? "1"
                                    : option.paramLabel().contains("=") ? "a=b" : "x");
            for (String name : option.names()) {
                lines.add(name + value);
            }
        }
        return lines;
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(UnattendedTest::all));
    }

    /** Every command with each of its options, whatever comes of it, on a PC where there is much to ask about. */
    @TestFactory
    Stream<DynamicTest> withNoInputNobodyIsEverAsked() {
        Visit visit = new Visit(folder, windows());
        visit.profile("bcia.yaml", CommandLineTest.PROFILE);
        Surroundings surroundings = new Surroundings(
                Optional::empty,
                new ScriptedTerminal(),
                arguments -> OptionalInt.empty(),
                new StickHome(folder),
                "engineer",
                folder,
                Clock.systemUTC(),
                Locale.ENGLISH);
        CommandLine root = new FieldstickCommandLine(surroundings).parser(Messages.in(Language.ENGLISH));
        List<DynamicTest> tests = new ArrayList<>();
        all(root).filter(command -> command != root).forEach(command -> {
            for (String option : options(command)) {
                for (boolean elevated : new boolean[] {true, false}) {
                    String line = command.getCommandSpec().qualifiedName() + " --no-input " + option;
                    tests.add(DynamicTest.dynamicTest(line + (elevated ? "" : " (no administrator)"), () -> {
                        visit.windows.elevated(elevated);
                        visit.terminal = new Untouchable();
                        int exit =
                                visit.run(line.substring("fieldstick ".length()).split(" ", -1));
                        assertThat(exit).as(visit.errors()).isIn(0, 2, 3, 4, 5, 6, 8, 3010);
                        assertThat(visit.errors()).doesNotContain("asked: ").doesNotContain("bug: ");
                    }));
                }
            }
        });
        assertThat(tests).hasSizeGreaterThan(150);
        return tests.stream();
    }

    @Test
    void whoIsNoAdministratorAndNotAskedGetsExit5AndChangesNothing() {
        Visit visit = new Visit(folder, windows().elevated(false));
        visit.profile("bcia.yaml", CommandLineTest.PROFILE);
        for (String command : new String[] {"provision --only auto-play", "undo", "backup-audit"}) {
            visit.terminal = new Untouchable();
            assertThat(visit.run((command + " --no-input").split(" ", -1))).isEqualTo(5);
            assertThat(visit.errors()).contains("needs an administrator", "nothing was changed");
        }
        assertThat(visit.windows.writes()).isEmpty();
    }

    /** As from SetupComplete.cmd: LocalSystem, and nobody has ever signed in. */
    @Test
    void asLocalSystemBeforeAnybodySignedInTheMachineIsProvisioned() {
        Visit visit = new Visit(folder, new InMemoryWindows().processUser("S-1-5-18"));
        visit.profile("bcia.yaml", CommandLineTest.PROFILE);
        visit.terminal = new Untouchable();
        assertThat(visit.run("provision", "--no-input", "--set", "dept=IT", "--set", "user=zhangsm"))
                .isEqualTo(3010);
        assertThat(visit.output()).contains("host name", "AutoPlay");
        assertThat(visit.windows.registry().users().orElse(List.of())).doesNotContain("S-1-5-21-1-2-3-1001");
    }

    /** Counts what is asked of a Windows: every method of every part of the port. */
    private static <T> T counting(Class<T> part, T real, int[] questions) {
        return part.cast(Proxy.newProxyInstance(
                part.getClassLoader(), new Class<?>[] {part}, (proxy, method, given) -> {
                    try {
                        Object answer = method.invoke(real, given);
                        Class<?> type = method.getReturnType();
                        if (type.isInterface()
                                && type.getName().startsWith("io.fieldstick.windows.")
                                && !type.isSealed()) {
                            return counted(type, answer, questions);
                        }
                        questions[0]++;
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    private static <T> T counted(Class<T> type, Object answer, int[] questions) {
        return counting(type, type.cast(answer), questions);
    }

    private int questionsOf(InMemoryWindows windows, String... line) {
        int[] questions = new int[1];
        Supplier<Optional<Windows>> counting = () -> Optional.of(counting(Windows.class, windows, questions));
        Surroundings surroundings = new Surroundings(
                counting,
                new ScriptedTerminal(),
                arguments -> OptionalInt.empty(),
                new StickHome(folder),
                "engineer",
                folder,
                Clock.systemUTC(),
                Locale.ENGLISH);
        assertThat(new FieldstickCommandLine(surroundings).run(line)).isEqualTo(0);
        return questions[0];
    }

    @Test
    void aSecondRunWritesNothingAndAsksNoMoreThanVerify() {
        Visit visit = new Visit(folder, windows());
        visit.profile("bcia.yaml", CommandLineTest.PROFILE);
        String[] provision = {"provision", "--no-input", "--skip", "host-name"};
        int first = questionsOf(visit.windows, provision);
        visit.windows.clearLog();
        int second = questionsOf(visit.windows, provision);
        int verify = questionsOf(visit.windows, "verify", "--skip", "host-name");
        assertThat(visit.windows.writes()).isEmpty();
        assertThat(visit.windows.announcements()).isEmpty();
        assertThat(second).isLessThan(first);
        // The turn, the rights and the journal's head cost a few questions; verify lists the programs on top.
        assertThat(second).isLessThanOrEqualTo(verify + 10);
    }

    @Test
    void noSecretIsRepeatedAnywhere() throws IOException {
        Visit visit = new Visit(folder.resolve("stick"), windows());
        visit.windows.put(
                RegistryKey.user(
                        "S-1-5-21-1-2-3-1001", "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings"),
                "ProxyServer",
                RegistryValue.sz("http=zhang:" + SECRET + "@old.house.test:80"));
        String url = "http://zhang:" + SECRET + "@proxy.house.test:8080";
        visit.profile("bcia.yaml", CommandLineTest.PROFILE);
        visit.profile("url.yaml", CommandLineTest.PROFILE.replace("proxy.house.test:8080", url));
        visit.profile(
                "bare.yaml",
                CommandLineTest.PROFILE.replace("proxy.house.test", "zhang:" + SECRET + "@proxy.house.test"));
        visit.profile(
                "site.yaml",
                CommandLineTest.PROFILE.replace(
                        "[https://oa.house.test]", "[\"https://z:" + SECRET + "@oa.house.test\"]"));
        installing(visit, "installer.yaml", "ADMINPASSWORD=" + SECRET, "/S");
        installing(visit, "switch.yaml", "/S /p " + SECRET, "/S");
        installing(visit, "key.yaml", "/s /v\\\"/qn PIDKEY=" + SECRET + "\\\"", "/S");
        installing(visit, "uninstaller.yaml", "/S", "/S -pw " + SECRET);
        StringBuilder said = new StringBuilder();
        for (String line : new String[] {
            "verify --profile profiles/url.yaml",
            "verify --profile profiles/bare.yaml -v --format json",
            "provision --profile profiles/site.yaml --no-input",
            "verify -v --only proxy",
            "verify -v --only proxy --format json",
            "provision --no-input --only proxy",
            "provision --no-input --profile profiles/installer.yaml",
            "provision --no-input --profile profiles/switch.yaml",
            "provision --no-input --profile profiles/key.yaml",
            "provision --no-input --profile profiles/uninstaller.yaml",
            "provision --no-input -p " + SECRET,
            "provision --no-input --set password=" + SECRET,
            "provision --no-input --password=" + SECRET,
            "provision --no-input --only proxy --set proxy=" + url,
            "verify --profile " + url,
            "undo token=" + SECRET,
            "undo --dry-run"
        }) {
            visit.run(line.split(" ", -1));
            said.append(visit.output()).append(visit.errors());
        }
        assertThat(said.toString())
                .contains("*****", "the arguments hold a password or a key")
                .doesNotContain(SECRET);
        List<Path> kept;
        try (Stream<Path> files = Files.walk(visit.folder.resolve("cases"))) {
            kept = files.filter(Files::isRegularFile).toList();
        }
        assertThat(kept).hasSizeGreaterThan(10);
        for (Path file : kept) {
            assertThat(Files.readString(file, StandardCharsets.UTF_8))
                    .as(file.toString())
                    .doesNotContain(SECRET);
        }
    }

    private static void installing(Visit visit, String file, String arguments, String uninstall) {
        visit.profile(file, """
                name: n
                software:
                  required:
                    - name: x
                      any-of: [{display-name: x}]
                      licence: free
                      install:
                        file: x.exe
                        sha256: %s
                        kind: exe
                        arguments: "%s"
                        uninstall: "%s"
                """.formatted("0".repeat(64), arguments, uninstall));
    }
}
