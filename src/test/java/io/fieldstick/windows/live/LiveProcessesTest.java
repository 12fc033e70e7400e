package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.Processes;
import io.fieldstick.windows.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.WINDOWS)
class LiveProcessesTest {
    private final Processes processes = new LiveWindows().processes();

    @Test
    void thisProgramIsAmongTheProcesses() {
        assertThat(processes.running().orElse(List.of()))
                .contains(new Processes.Process(ProcessHandle.current().pid(), "java.exe"));
    }

    @Test
    void theWindowsOfTheDesktopHaveTitlesAndProcesses() {
        List<Processes.Window> windows = processes.windows().orElse(List.of());
        assertThat(processes.windows().isAbsent()).isFalse();
        assertThat(windows).allSatisfy(window -> assertThat(window.title()).isNotEmpty());
    }

    @Test
    void aFileThatNobodyHasOpenHasNoHolders() {
        assertThat(processes.holders("C:\\no such file.pst")).isEqualTo(Reading.of(List.of()));
    }
}
