package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** A journal, a profile or a registry may say anything. */
    @Test
    void whatIsNoPathIsRefused() {
        String none = folder() + "\\a?b";
        writes().write(folder() + "\\f", ONE);
        assertThatThrownBy(() -> writes().write(none, ONE)).isInstanceOf(WindowsException.class);
        assertThatThrownBy(() -> writes().copy(none, folder() + "\\copy")).isInstanceOf(WindowsException.class);
        assertThatThrownBy(() -> writes().copy(folder() + "\\f", none)).isInstanceOf(WindowsException.class);
        assertThatThrownBy(() -> writes().makeFolder(none)).isInstanceOf(WindowsException.class);
        assertThatThrownBy(() -> writes().delete(none)).isInstanceOf(WindowsException.class);
        assertThatThrownBy(() -> writes().deleteFolder(none)).isInstanceOf(WindowsException.class);
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

    /** A cabinet made by gcab, compressed, with these two files. */
    protected static final Map<String, byte[]> CONTENTS = Map.of(
            "control.inf",
            "[Add.Code]\r\ncontrol.ocx=control.ocx\r\n".getBytes(StandardCharsets.US_ASCII),
            "control.ocx",
            "control ".repeat(5000).getBytes(StandardCharsets.US_ASCII));

    protected static byte[] cabinet() {
        try (InputStream in = FileWritesContract.class.getResourceAsStream("control.cab")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with a name that leads out of the folder: the names stand in it as they are. */
    protected static byte[] hostileCabinet() {
        String bytes = new String(cabinet(), StandardCharsets.ISO_8859_1);
        return bytes.replace("control.ocx", "..\\evil.ocx").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void everyFileOfACabinetIsTakenOut() {
        writes().write(folder() + "\\控件.cab", FileContent.of(cabinet()));
        writes().makeFolder(folder() + "\\out");
        assertThat(writes().extract(folder() + "\\控件.cab", folder() + "\\out"))
                .containsExactlyInAnyOrderElementsOf(CONTENTS.keySet());
        CONTENTS.forEach((name, bytes) ->
                assertThat(content(folder() + "\\out\\" + name)).isEqualTo(Reading.of(FileContent.of(bytes))));
    }

    @Test
    void aCabinetDoesNotWriteOutsideOfTheFolder() {
        writes().write(folder() + "\\evil.cab", FileContent.of(hostileCabinet()));
        writes().makeFolder(folder() + "\\out");
        assertThatThrownBy(() -> writes().extract(folder() + "\\evil.cab", folder() + "\\out"))
                .isInstanceOf(WindowsException.class);
        assertThat(windows().files().entry(folder() + "\\evil.ocx").isAbsent()).isTrue();
    }

    @Test
    void whatIsNoCabinetIsRefused() {
        writes().write(folder() + "\\no.cab", ONE);
        assertThatThrownBy(() -> writes().extract(folder() + "\\no.cab", folder()))
                .isInstanceOf(WindowsException.class);
        assertThatThrownBy(() -> writes().extract(folder() + "\\none.cab", folder()))
                .isInstanceOf(WindowsException.class);
    }
}
