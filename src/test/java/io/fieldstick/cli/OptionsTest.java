package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that no run can do with are told as such, before anything is done. */
class OptionsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000"})
    void threadsThatCannotWalkADiskAreRefused(String threads) {
        Visit visit = new Visit(folder, new InMemoryWindows());
        assertThat(visit.run("backup-audit", "--read-only", "--threads", threads))
                .isEqualTo(2);
        assertThat(visit.errors()).contains("threads cannot walk the disk", "from 1 to 64");
    }

    @Test
    void aCaseThatCannotBeKeptWhereItWasAskedForIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Visit visit = new Visit(folder, new InMemoryWindows());
        visit.profile("bcia.yaml", "name: n\nauto-play: disabled\n");
        visit.run("verify", "--case", "file");
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains("no case was kept: STICK/file cannot be written to");
        assertThat(visit.run("provision", "--no-input", "--case", "file")).isEqualTo(6);
        assertThat(visit.errors()).contains("the journal cannot be written below STICK/file");
        assertThat(visit.windows.writes()).isEmpty();
        assertThat(file).hasContent("no folder");
    }

    /** Java can read it, and a page in it would end the run after all is done. */
    @ParameterizedTest
    @ValueSource(strings = {"ISO-2022-CN", "x-JISAutoDetect"})
    void anEncodingThatNothingCanBeWrittenInIsRefused(String encoding) {
        Visit visit = new Visit(folder, new InMemoryWindows());
        assertThat(visit.run("verify", "--encoding", encoding)).isEqualTo(2);
        assertThat(visit.errors()).contains("is no encoding");
    }

    @Test
    void aSectionThatTheProfileDoesNotHaveIsTold() {
        Visit visit = new Visit(folder, new InMemoryWindows());
        visit.profile("bcia.yaml", "name: n\nauto-play: disabled\n");
        visit.run("verify", "--only", "auto-play,proxy");
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains("the profile asks for nothing in the section proxy")
                .doesNotContain("section auto-play");
    }

    @Test
    void whatVerifyFindsDifferentIsNotCalledDoneOnThePage() {
        Visit visit = new Visit(folder, new InMemoryWindows());
        visit.profile("bcia.yaml", "name: n\nauto-play: disabled\n");
        assertThat(visit.run("verify", "--format", "html")).isEqualTo(4);
        assertThat(visit.output()).contains("would: set HKLM").doesNotContain("done:");
    }
}
