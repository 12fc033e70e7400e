package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What starting programs does on every {@link Windows}. */
public abstract class ProgramRunsContract {
    /** Long for a program that does nothing, short for a test. */
    protected static final Duration LIMIT = Duration.ofSeconds(20);

    protected abstract Windows windows();

    protected abstract ProgramRuns.Start exiting(int code);

    /** A program that does not end by itself. */
    protected abstract ProgramRuns.Start hanging();

    /** A new file with these bytes, whose name has a blank and Chinese in it. */
    protected abstract String file(byte[] bytes) throws IOException;

    private ProgramRuns runs() {
        return windows().programRuns();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3010, 1603, -1, 0xC0000135})
    void theExitCodeComesBackWhole(int code) {
        assertThat(runs().run(exiting(code))).isEqualTo(OptionalInt.of(code));
    }

    @Test
    void aProgramThatDoesNotEndIsEnded() {
        ProgramRuns.Start hanging = hanging();
        ProgramRuns.Start soon = new ProgramRuns.Start(
                hanging.program(), hanging.arguments(), hanging.folder(), Duration.ofSeconds(1), Optional.empty());
        assertThat(runs().run(soon)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void aProgramThatIsNotThereIsRefusedWithWindowsWords() {
        ProgramRuns.Start start = new ProgramRuns.Start("C:\\no such\\程序.exe", "", "C:\\", LIMIT, Optional.empty());
        assertThatThrownBy(() -> runs().run(start)).isInstanceOfSatisfying(WindowsException.class, refused -> {
            assertThat(refused.error().code()).isIn(WindowsError.FILE_NOT_FOUND, WindowsError.PATH_NOT_FOUND);
            assertThat(refused.error().text()).isNotBlank();
            assertThat(refused.error().tried()).isEqualTo(Tried.startProgram("C:\\no such\\程序.exe"));
        });
    }

    @Test
    void aSafeFolderHoldsCopiesAndIsGoneWhenClosed() throws IOException {
        byte[] bytes = {1, 2, 3};
        String source = file(bytes);
        String folder;
        try (ProgramRuns.SafeFolder safe = runs().safeFolder()) {
            folder = safe.path();
            String copy = safe.copyIn(source, "data\\安装 包.exe");
            assertThat(copy).isEqualTo(folder + "\\data\\安装 包.exe");
            assertThat(windows().files().bytes(copy, 0, 9).orElse(new byte[0])).isEqualTo(bytes);
        }
        assertThat(windows().files().entry(folder).isAbsent()).isTrue();
    }

    /** A run before this one was killed; its folder is deleted by its path, another of such a name is not. */
    @Test
    void onlyAFolderThatIsAsSafeAsOursIsDeletedByItsPath() throws IOException {
        ProgramRuns.SafeFolder left = runs().safeFolder();
        left.copyIn(file(new byte[] {1}), "data\\x.bin");
        runs().deleteSafeFolder(left.path());
        assertThat(windows().files().entry(left.path()).isAbsent()).isTrue();

        String foreign = WindowsPath.parent(left.path()) + "\\fieldstick-0123456789abcdef";
        windows().fileWrites().makeFolder(foreign);
        try {
            assertThatThrownBy(() -> runs().deleteSafeFolder(foreign)).isInstanceOf(WindowsException.class);
            assertThat(windows().files().entry(foreign).isPresent()).isTrue();
        } finally {
            windows().fileWrites().deleteFolder(foreign);
        }
    }

    @Test
    void everySafeFolderIsAnother() {
        try (ProgramRuns.SafeFolder one = runs().safeFolder();
                ProgramRuns.SafeFolder other = runs().safeFolder()) {
            assertThat(one.path()).isNotEqualTo(other.path());
        }
    }

    @Test
    void whatIsNotThereCannotBeCopied() {
        try (ProgramRuns.SafeFolder safe = runs().safeFolder()) {
            assertThatThrownBy(() -> safe.copyIn("C:\\no\\such.exe", "such.exe"))
                    .isInstanceOfSatisfying(
                            WindowsException.class,
                            refused -> assertThat(refused.error().code())
                                    .isIn(WindowsError.FILE_NOT_FOUND, WindowsError.PATH_NOT_FOUND));
        }
    }

    @Test
    void whatIsNoPathCannotBeCopied() {
        try (ProgramRuns.SafeFolder safe = runs().safeFolder()) {
            assertThatThrownBy(() -> safe.copyIn("C:\\no?such.exe", "such.exe")).isInstanceOf(WindowsException.class);
        }
    }

    @Test
    void logsAreKeptWhereTheCaseIsUnderAPlainName() {
        assertThat(runs().log("x")).isEmpty();
        runs().keepLogsIn("C:\\case");
        assertThat(runs().log("码头看图 5.0/../x: %TEMP%")).contains("C:\\case\\码头看图 5-0-x- -TEMP-.log");
    }
}
