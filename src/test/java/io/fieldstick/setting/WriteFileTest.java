package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldstick.windows.FileContent;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was there before a small file of ours is written must be kept whole, or nothing is written. */
class WriteFileTest {
    private static final String PATH = "C:\\Program Files\\Fieldstick\\list.xml";

    private final InMemoryWindows windows = new InMemoryWindows();
    private final WriteFile write = new WriteFile(PATH, FileContent.of(new byte[] {1}));

    @Test
    void whatWasThereIsKeptForUndo() {
        windows.bytes(PATH, new byte[] {2, 3});
        assertThat(write.undoFrom(windows))
                .isEqualTo(new Undo.By(List.of(new WriteFile(PATH, FileContent.of(new byte[] {2, 3})))));
    }

    @Test
    void aFolderIsNoEmptyFile() {
        windows.folder(PATH);
        assertThatThrownBy(() -> write.undoFrom(windows)).isInstanceOf(WindowsException.class);
        assertThat(new WriteFile(PATH, FileContent.of(new byte[0])).isMadeOn(windows))
                .isNotEqualTo(Reading.of(true));
    }

    @Test
    void aFileThatIsLargerThanAnyOfOursIsNotTakenIntoMemory() {
        windows.file(PATH, 3L << 30);
        assertThatThrownBy(() -> write.undoFrom(windows)).isInstanceOf(WindowsException.class);
    }
}
