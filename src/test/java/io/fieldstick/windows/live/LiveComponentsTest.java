package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.Components;
import io.fieldstick.windows.ComponentsContract;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.WindowsError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.WINDOWS)
class LiveComponentsTest extends ComponentsContract {
    private final ProgramRuns programRuns = new LiveProgramRuns();

    @TempDir
    Path folder;

    @Override
    protected Components components() {
        return new LiveWindows().components();
    }

    @Test
    void withoutTheProgramThatAsksNothingIsSaid() {
        Components none = new LiveComponents(programRuns, folder);
        assertThat(none.refusalToCreate(REGISTERED, RegistryKey.View.BITS_64).isAbsent())
                .isTrue();
    }

    /** As a guard does that empties the file or stands in its place; a program that ends well has made nothing either. */
    @Test
    void aProgramThatDidNotAskIsNotTakenForAnAnswer() throws IOException {
        Path program = folder.resolve("create-object-64.exe");
        Components broken = new LiveComponents(programRuns, folder);
        Files.write(program, new byte[0]);
        assertThat(broken.refusalToCreate(REGISTERED, RegistryKey.View.BITS_64).isUnreadable())
                .isTrue();
        Files.copy(Path.of(programRuns.systemFolder(), "hostname.exe"), program, StandardCopyOption.REPLACE_EXISTING);
        assertThat(broken.refusalToCreate(REGISTERED, RegistryKey.View.BITS_64))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unasked -> assertThat(unasked.why().teller()).isEqualTo(WindowsError.Teller.PROGRAM));
    }
}
