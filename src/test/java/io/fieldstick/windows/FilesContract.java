package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Files} does, wherever the bytes lie. */
public abstract class FilesContract {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);
    private static final Instant MODIFIED = Instant.parse("2023-05-06T07:08:09Z");

    protected abstract Files files();

    /** An empty folder, without a backslash at the end. */
    protected abstract String folder() throws IOException;

    protected abstract void makeFolder(String path) throws IOException;

    protected abstract void makeFile(String path, byte[] bytes, Instant modified) throws IOException;

    /** Whatever an adapter knows of rights: it must not call safe what a user may change. */
    @Test
    void whatAUserMayChangeOrIsNotThereIsNotKeptByAdministrators() throws IOException {
        String path = makeFile("own.ocx");
        assertThat(files().isKeptByAdministrators(path).orElse(false)).isFalse();
        assertThat(files().isKeptByAdministrators(path + ".gone").isAbsent()).isTrue();
    }

    @Test
    void aFileHasItsNameSizeAndTime() throws IOException {
        String path = makeFile("Lease 2024.TXT");
        FileEntry entry = present(files().entry(path));
        assertThat(entry.name()).isEqualTo("Lease 2024.TXT");
        assertThat(entry.size()).isEqualTo(5);
        assertThat(Duration.between(entry.modified(), MODIFIED).abs()).isLessThan(Duration.ofSeconds(2));
        assertThat(entry.isDirectory()).isFalse();
        assertThat(entry.isLink()).isFalse();
        assertThat(entry.reparseTag()).isZero();
    }

    @Test
    void aFolderListsItsFilesAndFoldersButNotItself() throws IOException {
        makeFile("one.txt");
        makeFile("报表.xlsx");
        makeFolder(folder() + "\\sub");
        makeFile("sub\\deeper.txt");
        List<FileEntry> children = present(files().children(folder()));
        assertThat(children).extracting(FileEntry::name).containsExactlyInAnyOrder("one.txt", "报表.xlsx", "sub");
        assertThat(children)
                .filteredOn(FileEntry::isDirectory)
                .extracting(FileEntry::name)
                .containsExactly("sub");
    }

    @Test
    void aListedFileIsTheSameAsWhenItIsAskedForByItself() throws IOException {
        String path = makeFile("数据.bin");
        // Only a listing tells the id.
        assertThat(present(files().children(folder())))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(present(files().entry(path)));
    }

    @Test
    void anEmptyFolderHasNoChildren() throws IOException {
        assertThat(files().children(folder())).isEqualTo(Reading.of(List.of()));
    }

    @Test
    void aNameIsFoundWhateverItsCaseAndIsGivenAsItIsWritten() throws IOException {
        makeFile("Mixed.Txt");
        assertThat(present(files().entry(folder() + "\\MIXED.tXT")).name()).isEqualTo("Mixed.Txt");
    }

    @Test
    void aBackslashAtTheEndChangesNothing() throws IOException {
        makeFolder(folder() + "\\sub");
        makeFile("sub\\a.txt");
        assertThat(present(files().entry(folder() + "\\sub\\")).name()).isEqualTo("sub");
        assertThat(present(files().children(folder() + "\\sub\\"))).hasSize(1);
    }

    @Test
    void theRootOfADriveIsAFolderNamedAsItsPath() throws IOException {
        String root = folder().substring(0, 3);
        FileEntry entry = present(files().entry(root));
        assertThat(entry.name()).isEqualTo(root);
        assertThat(entry.isDirectory()).isTrue();
        assertThat(files().children(root).isPresent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-file", "no\\such\\folder", "wild*", "w?ld.txt", "ab<cd"})
    void whatIsNotThereIsAbsent(String name) throws IOException {
        makeFile("wild.txt");
        String path = folder() + "\\" + name;
        assertThat(files().entry(path).isAbsent()).isTrue();
        assertThat(files().children(path).isAbsent()).isTrue();
        assertThat(files().bytes(path, 0, 10).isAbsent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative.txt", "%APPDATA%\\x", "C:relative", "\\rooted", "Q"})
    void textThatIsNoAbsolutePathNamesNothing(String path) {
        assertThat(files().entry(path).isAbsent()).isTrue();
        assertThat(files().children(path).isAbsent()).isTrue();
        assertThat(files().bytes(path, 0, 1).isAbsent()).isTrue();
    }

    @Test
    void aFileHasNoChildren() throws IOException {
        assertThat(files().children(makeFile("file.txt")).isAbsent()).isTrue();
    }

    @Test
    void bytesComeFromWhereTheyWereAskedForAndEndWithTheFile() throws IOException {
        String path = makeFile("hello.txt");
        assertThat(bytes(path, 0, 5)).isEqualTo(HELLO);
        assertThat(bytes(path, 1, 3)).isEqualTo("ell".getBytes(StandardCharsets.US_ASCII));
        assertThat(bytes(path, 3, Integer.MAX_VALUE)).isEqualTo("lo".getBytes(StandardCharsets.US_ASCII));
        assertThat(bytes(path, 5, 1)).isEmpty();
        assertThat(bytes(path, 1L << 40, 1)).isEmpty();
        assertThat(bytes(path, 0, 0)).isEmpty();
    }

    @Test
    void aFileOfNoBytesIsReadAsNoBytes() throws IOException {
        String path = folder() + "\\empty";
        makeFile(path, new byte[0], MODIFIED);
        assertThat(bytes(path, 0, 100)).isEmpty();
    }

    @Test
    void aLargeFileIsReadWhole() throws IOException {
        byte[] large = new byte[3_000_001];
        new Random(1).nextBytes(large);
        makeFile(folder() + "\\large.pst", large, MODIFIED);
        assertThat(bytes(folder() + "\\large.pst", 0, large.length)).isEqualTo(large);
    }

    @Test
    void theBytesOfAFolderCannotBeRead() throws IOException {
        assertThat(files().bytes(folder(), 0, 10).isUnreadable()).isTrue();
    }

    @Test
    void whatIsNoLinkLeadsNowhere() throws IOException {
        assertThat(files().target(makeFile("plain.txt")).isAbsent()).isTrue();
        assertThat(files().target(folder()).isAbsent()).isTrue();
        assertThat(files().target(folder() + "\\nothing").isAbsent()).isTrue();
    }

    @Test
    void aPathMayBeLongerThanWindowsOnceAllowed() throws IOException {
        String deep = folder();
        for (int i = 0; i < 6; i++) {
            deep += "\\" + "long folder name ".repeat(3) + i;
            makeFolder(deep);
        }
        makeFile(deep + "\\" + "文".repeat(40) + ".txt", HELLO, MODIFIED);
        assertThat(deep.length()).isGreaterThan(260);
        assertThat(present(files().children(deep)))
                .extracting(FileEntry::name)
                .containsExactly("文".repeat(40) + ".txt");
        assertThat(bytes(deep + "\\" + "文".repeat(40) + ".txt", 0, 9)).isEqualTo(HELLO);
    }

    @Test
    void manyFilesAreAllListed() throws IOException {
        for (int i = 0; i < 300; i++) {
            makeFile("file number " + i);
        }
        assertThat(present(files().children(folder())))
                .extracting(FileEntry::name)
                .hasSize(300)
                .doesNotHaveDuplicates();
    }

    private String makeFile(String name) throws IOException {
        makeFile(folder() + "\\" + name, HELLO, MODIFIED);
        return folder() + "\\" + name;
    }

    private byte[] bytes(String path, long offset, int length) {
        return present(files().bytes(path, offset, length));
    }

    static <T> T present(Reading<T> reading) {
        if (reading instanceof Reading.Present<T> present) {
            return present.value();
        }
        throw new AssertionError("there should be a value, but: " + reading);
    }
}
