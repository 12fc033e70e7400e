package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {
    @Test
    void theEnvironmentIsSortedAndEndsWithTwoNuls() {
        assertThat(new String(ProcessTree.environment(Map.of("b", "2", "A", "甲", "C", ""))))
                .isEqualTo("A=甲\0b=2\0C=\0\0");
    }

    @Test
    void nobodyMakesAnInstallerSeeAnotherWindows() {
        assertThat(new String(ProcessTree.environment(Map.of("__compat_layer", "WinXpSp3", "PATH", "x"))))
                .isEqualTo("PATH=x\0\0");
    }
}
