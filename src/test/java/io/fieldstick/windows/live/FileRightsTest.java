package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a link is made without rights here only")
class FileRightsTest {
    @TempDir
    Path folder;

    /** As a junction that somebody made leads to a control below Program Files, until its maker leads it elsewhere. */
    @Test
    void ofAFileBehindALinkNothingIsSaid() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createFile(real.resolve("control.ocx"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        assertThat(FileRights.keptByAdministrators(link.resolve("control.ocx").toString())
                        .isAbsent())
                .isTrue();
    }

    @Test
    void aPathThatCannotBeFollowedIsNotTakenForAbsent() throws IOException {
        Path round = folder.resolve("round");
        Files.createSymbolicLink(round, round);
        assertThat(FileRights.keptByAdministrators(round.resolve("control.ocx").toString())
                        .isUnreadable())
                .isTrue();
        assertThat(FileRights.keptByAdministrators(folder.resolve("none.ocx").toString())
                        .isAbsent())
                .isTrue();
    }
}
