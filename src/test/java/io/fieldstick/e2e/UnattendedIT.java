package io.fieldstick.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After OS setup, with nobody watching and no input: a run that is to go on after a restart. */
class UnattendedIT {
    private static final String PROFILE = """
            name: harbour house
            auto-play: disabled
            host-name: {pattern: "BCIA-{dept}-{user}"}
            """;

    private final WinePrefix windows = WinePrefix.fresh();
    private final Stick stick = windows.stick("C:\\工具 & co!\\stick");

    @BeforeEach
    void aStickWithAProfile() throws IOException {
        Files.writeString(stick.path("profiles\\bcia.yaml"), PROFILE);
    }

    @AfterEach
    void thePcIsThrownAway() {
        windows.close();
    }

    /** The lines that the README tells people to copy, run as Setup runs them; the stick is the only one of the drives. */
    @Test
    void whatTheReadmeTellsToPutIntoSetupCompleteProvisionsThePc() throws IOException {
        Files.writeString(stick.path("profiles\\bcia.yaml"), "name: harbour house\nauto-play: disabled\n");
        windows.drive('g', stick.path("."));
        windows.write("C:\\windows\\Setup\\Scripts\\SetupComplete.cmd", setupComplete());
        for (String status : List.of("changed", "as-desired")) {
            // What Setup does with SetupComplete.cmd is what the entry of FirstLogonCommands says.
            Run setup = windows.runRemotely(Map.of(), firstLogonCommand().split(" "));
            assertThat(windows.tree("C:\\windows\\temp")).as("%s", setup).contains("provision.json");
            String result = windows.text(windows.path("C:\\windows\\temp\\provision.json"));
            assertThat(Json.of(result).number("exit")).as(result).isZero();
            assertThat(Json.of(result).items("outcomes").get(0).text("status")).isEqualTo(status);
        }
        Files.writeString(stick.path("profiles\\bcia.yaml"), PROFILE);
        Files.writeString(stick.path("roster.csv"), "serial,dept,user\nPF0ABC12,,张三\n");
        windows.runRemotely(Map.of(), firstLogonCommand().split(" "));
        assertThat(windows.text(windows.path("C:\\windows\\temp\\provision.log")))
                .contains("roster.csv:2:10");
    }

    @Test
    void aSetupThatFindsNoStickEndsWithACodeOfItsOwn() {
        windows.write("C:\\windows\\Setup\\Scripts\\SetupComplete.cmd", setupComplete());
        windows.write("C:\\code.cmd", "@%1 %2 %3 %4\r\n@echo code %ERRORLEVEL%\r\n".getBytes(US_ASCII));
        Run setup = windows.runRemotely(Map.of(), ("C:\\code.cmd " + firstLogonCommand()).split(" "));
        assertThat(setup.out()).contains("code 7");
    }

    private static byte[] setupComplete() {
        return one(Pattern.compile("(?m)^ {4}@echo off\\n(?: {4}.*\\n)+"))
                .replaceAll("(?m)^ {4}", "")
                .replace("\n", "\r\n")
                .getBytes(US_ASCII);
    }

    private static String firstLogonCommand() {
        return one(Pattern.compile("(?<=<CommandLine>).*(?=</CommandLine>)"));
    }

    private static String one(Pattern pattern) {
        List<String> found =
                pattern.matcher(readme()).results().map(MatchResult::group).toList();
        assertThat(found).as("%s in README.md", pattern).hasSize(1);
        return found.get(0);
    }

    private static String readme() {
        try {
            return Files.readString(WinePrefix.PROJECT.resolve("README.md"));
        } catch (IOException e) {
            throw new AssertionError("could not read README.md", e);
        }
    }

    /** Without a console, with nothing on standard input and the output in a pipe: never a question, and the code is whole. */
    @Test
    void aRemoteRunnerGetsTheWholeExitCode() {
        Run missing = stick.runRemotely("provision", "--no-input", "--lang", "en");
        assertThat(missing.exitCode()).as("%s", missing).isEqualTo(2);
        assertThat(missing.out()).contains("dept");
        Run provision =
                stick.runRemotely("provision", "--no-input", "--lang", "en", "--set", "dept=IT", "--set", "user=张三明");
        assertThat(provision.exitCode()).as("%s", provision).isEqualTo(3010);
        assertThat(provision.out()).contains("BCIA-IT-zhangsm");
        assertThat(stick.runRemotely("undo", "--lang", "en").exitCode()).isEqualTo(3010);
    }

    /** Wine takes the task and forgets what it does: the program must notice, and leave no copy of itself behind. */
    @Test
    void aTaskThatWindowsForgetsIsToldAndNoCopyStays() {
        String names = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName";
        String before = windows.exportRegistry(names);
        Run run = stick.run(
                "provision", "--resume", "--no-input", "--lang", "en", "--set", "dept=IT", "--set", "user=zhangsm");
        assertThat(run.exitCode()).as("%s", run).isEqualTo(3);
        assertThat(run.out()).contains("after the restart: nothing goes on by itself");
        assertThat(windows.exportRegistry(names)).contains("BCIA-IT-ZHANGSM");
        // What Wine made of the task is not what was asked for, so it counts as changed by somebody else.
        assertThat(stick.run("undo", "--lang", "en").exitCode()).isEqualTo(8);
        Run undo = stick.run("undo", "--lang", "en", "--force");
        assertThat(undo.exitCode()).as("%s", undo).isZero();
        assertThat(windows.exportRegistry(names)).isEqualTo(before);
        assertThat(windows.tree("C:\\windows\\temp")).noneMatch(name -> name.startsWith("fieldstick-"));
    }
}
