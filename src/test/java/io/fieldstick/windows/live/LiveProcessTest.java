package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.Announcement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EnabledOnOs(OS.WINDOWS)
class LiveProcessTest {
    private static final String CMD = System.getenv("SystemRoot") + "\\System32\\cmd.exe";

    @Test
    void anElevatedProgramIsWaitedForAndItsExitCodeComesBackWhole() {
        assertThat(Elevation.run(CMD, CommandLine.join(List.of("/c", "exit", "3010")), "C:\\"))
                .isEqualTo(new Elevation.Ended(3010));
    }

    @Test
    void aProgramThatIsNotThereIsRefusedWithWindowsWords() {
        assertThat(Elevation.run("C:\\no\\such.exe", CommandLine.join(List.of()), "C:\\"))
                .isInstanceOfSatisfying(
                        Elevation.Refused.class,
                        refused -> assertThat(refused.why().text()).isNotBlank());
    }

    @Test
    void aCommandLineWithoutAJarLeavesJavasArguments() {
        assertThat(CommandLine.arguments(List.of("verify"))).isEqualTo(List.of("verify"));
    }

    @Test
    void aStreamThatGoesToAFileIsNoConsole() {
        assertThat(LiveConsole.output()).isEmpty();
        assertThat(LiveConsole.error()).isEmpty();
        assertThat(LiveConsole.input()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAnnouncementNeverFails(Announcement announcement) {
        new LiveWindows().announce(announcement);
    }
}
