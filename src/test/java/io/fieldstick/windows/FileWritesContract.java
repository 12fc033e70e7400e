package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link FileWrites} does. */
public abstract class FileWritesContract {
    private static final FileContent ONE = FileContent.of("one 一".getBytes(StandardCharsets.UTF_8));
    private static final FileContent TWO = FileContent.of(new byte[70_000]);

    protected abstract Windows windows();

    /** An empty folder of the test's own. */
    protected abstract String folder();

    private FileWrites writes() {
        return windows().fileWrites();
    }

    private Reading<FileContent> content(String path) {
        return windows().files().bytes(path, 0, 100_000).map(FileContent::of);
    }

    @Test
    void aFileIsWhatWasWrittenLast() {
        String file = folder() + "\\文件.xml";
        writes().write(file, ONE);
        assertThat(content(file)).isEqualTo(Reading.of(ONE));
        writes().write(file, TWO);
        assertThat(content(file)).isEqualTo(Reading.of(TWO));
        assertThat(windows().files().children(folder()).map(List::size)).isEqualTo(Reading.of(1));
    }

    @Test
    void aCopyIsTheSameAndReplacesWhatWasThere() {
        writes().write(folder() + "\\a", ONE);
        writes().write(folder() + "\\b", TWO);
        writes().copy(folder() + "\\a", folder() + "\\b");
        assertThat(content(folder() + "\\b")).isEqualTo(Reading.of(ONE));
    }

    @Test
    void foldersAreMadeWithThoseAboveThemAndMakingThemAgainIsNoError() {
        String deep = folder() + "\\x\\y";
        writes().makeFolder(deep);
        writes().makeFolder(deep);
        writes().write(deep + "\\f", ONE);
        assertThat(content(deep + "\\f")).isEqualTo(Reading.of(ONE));
    }

    @Test
    void deletingWhatIsNotThereIsNoError() {
        writes().delete(folder() + "\\nothing");
        writes().deleteFolder(folder() + "\\nothing");
    }

    @Test
    void aFolderThatIsNotEmptyIsNotDeleted() {
        writes().makeFolder(folder() + "\\full");
        writes().write(folder() + "\\full\\f", ONE);
        assertThatThrownBy(() -> writes().deleteFolder(folder() + "\\full")).isInstanceOf(WindowsException.class);
        writes().delete(folder() + "\\full\\f");
        writes().deleteFolder(folder() + "\\full");
        assertThat(windows().files().entry(folder() + "\\full").isAbsent()).isTrue();
    }

    @Test
    void aFileInAFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> writes().write(folder() + "\\none\\f", ONE)).isInstanceOf(WindowsException.class);
        assertThatThrownBy(() -> writes().copy(folder() + "\\none", folder() + "\\f"))
                .isInstanceOf(WindowsException.class);
    }
}
