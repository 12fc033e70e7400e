package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After OS setup, with nobody watching and no input: the very lines of the README, and a run that goes on after a restart. */
class UnattendedIT {
    private static final String PROFILE = """
            name: harbour house
            auto-play: disabled
            host-name: {pattern: "BCIA-{dept}-{user}"}
            """;

    private static final Pattern ADDRESS = Pattern.compile("\\b[0-9A-F]{2}(-[0-9A-F]{2}){5}\\b");

    private final WinePrefix windows = WinePrefix.fresh();
    private final Stick stick = windows.stick("C:\\工具 & co!\\stick");

    @BeforeEach
    void aStickWithAProfile() throws IOException {
        Files.writeString(stick.path("profiles\\bcia.yaml"), PROFILE);
        windows.drive('e', stick.path(""));
    }

    @AfterEach
    void thePcIsThrownAway() {
        windows.close();
    }

    private static String setupComplete() throws IOException {
        return Files.readString(Path.of("README.md"))
                .lines()
                .dropWhile(line -> !line.equals("    @echo off"))
                .takeWhile(line -> line.startsWith("    "))
                .map(line -> line.substring(4))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    @Test
    void theLinesOfTheReadmeProvisionThePc() throws IOException {
        assertThat(setupComplete()).contains("fieldstick.cmd", "--no-input");
        Matcher address = ADDRESS.matcher(stick.run("provision", "--no-input").err());
        assertThat(address.find()).isTrue();
        Files.writeString(stick.path("roster.csv"), "mac,dept,user\r\n" + address.group() + ",IT,zhangsm\r\n");
        String script = "C:\\windows\\Setup\\Scripts\\SetupComplete.cmd";
        windows.write(script, setupComplete().getBytes(StandardCharsets.US_ASCII));
        Run run = windows.run(script);
        assertThat(run.exitCode()).as("%s", run).isZero();
        String result = windows.text(windows.path("C:\\windows\\temp\\provision.json"));
        assertThat(result).as("%s", run).contains("\"exit\" : 3010", "BCIA-IT-zhangsm");
        assertThat(windows.exportRegistry("HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName"))
                .contains("BCIA-IT-ZHANGSM");
    }

    /** Wine takes the task and forgets it: that is what the program must notice. */
    @Test
    void aRunThatGoesOnLeavesNothingBehindOnceItIsTakenBack() {
        Run run = stick.run(
                "provision", "--resume", "--no-input", "--lang", "en", "--set", "dept=IT", "--set", "user=zhangsm");
        assertThat(run.exitCode()).as("%s", run).isEqualTo(3);
        assertThat(run.out()).contains("after the restart: nothing goes on by itself");
        String copy = windows.tree("C:\\windows\\temp").stream()
                .filter(name -> name.matches("fieldstick-[0-9a-f]{16}"))
                .findFirst()
                .orElseThrow();
        assertThat(windows.path("C:\\windows\\temp\\" + copy + "\\runtime\\bin\\java.exe"))
                .exists();
        Run second = Stick.at(windows, "C:\\windows\\temp\\" + copy).run("provision", "--resumed", "--lang", "en");
        assertThat(second.out()).as("%s", second).contains("this run goes on with");
        Run undo = stick.run("undo", "--lang", "en");
        assertThat(undo.exitCode()).as("%s", undo).isIn(0, 3010);
    }
}
