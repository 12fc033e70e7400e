package io.fieldstick.windows;

import static io.fieldstick.windows.FilesContract.present;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Associations} answers for a kind of file that is registered for the whole computer. */
public abstract class AssociationsContract {
    private static final RegistryKey CLASSES = RegistryKey.machine("SOFTWARE\\Classes");
    private static final String EXTENSION = ".fieldstick-picture";
    private static final String PROG_ID = "Fieldstick.Picture";

    protected abstract Windows windows();

    /** A program file that is there. */
    protected abstract String program();

    @AfterEach
    void tidyUp() {
        Registry registry = windows().registry();
        RegistryKey progId = CLASSES.child(PROG_ID);
        for (RegistryKey key : List.of(
                progId.child("shell\\open\\command"),
                progId.child("shell\\open"),
                progId.child("shell"),
                progId,
                CLASSES.child(EXTENSION))) {
            if (registry.exists(key).orElse(false)) {
                registry.deleteKey(key);
            }
        }
    }

    @Test
    void theRegisteredProgramIsTheAnswer() {
        windows()
                .registry()
                .set(
                        CLASSES.child(PROG_ID + "\\shell\\open\\command"),
                        "",
                        RegistryValue.sz("\"" + program() + "\" \"%1\""));
        windows().registry().set(CLASSES.child(EXTENSION), "", RegistryValue.sz(PROG_ID));
        assertThat(present(windows().associations().program(EXTENSION))).isEqualToIgnoringCase(program());
    }

    @Test
    void aKindOfFileThatNobodyRegisteredHasNoProgramOfItsOwn() {
        assertThat(windows().associations().program(".fieldstick-unknown")).isNotEqualTo(Reading.of(program()));
    }
}
