package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
