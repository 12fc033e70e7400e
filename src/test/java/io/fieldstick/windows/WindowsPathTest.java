package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowsPathTest {
    @Test
    void everySpellingOfAPathBecomesOne() {
        assertThat(WindowsPath.normal("C:/Users//zhangsm\\")).isEqualTo("C:\\Users\\zhangsm");
        assertThat(WindowsPath.normal("c:")).isEqualTo("c:\\");
        assertThat(WindowsPath.normal("D:\\")).isEqualTo("D:\\");
        assertThat(WindowsPath.normal("\\\\server\\home$\\x\\")).isEqualTo("\\\\server\\home$\\x");
        assertThat(WindowsPath.normal("\\\\?\\C:\\x")).isEqualTo("C:\\x");
        assertThat(WindowsPath.normal("\\\\?\\UNC\\server\\x")).isEqualTo("\\\\server\\x");
        assertThat(WindowsPath.normal("\\??\\C:\\x")).isEqualTo("C:\\x");
        assertThat(WindowsPath.normal("")).isEmpty();
    }

    @Test
    void aLinkLeadsWhereItSaysSeenFromItsFolder() {
        assertThat(WindowsPath.resolved("C:\\a\\b", "D:\\Docs\\")).isEqualTo("D:\\Docs");
        assertThat(WindowsPath.resolved("C:\\a\\b", "..\\x\\.\\y")).isEqualTo("C:\\a\\x\\y");
        assertThat(WindowsPath.resolved("C:\\a", "..\\..\\..\\x")).isEqualTo("C:\\x");
        assertThat(WindowsPath.resolved("C:\\a\\b", "\\x")).isEqualTo("C:\\x");
        assertThat(WindowsPath.resolved("C:\\a", "\\??\\UNC\\server\\x")).isEqualTo("\\\\server\\x");
    }

    @Test
    void onlyADriveOrAServerMakesAPathAbsolute() {
        assertThat(WindowsPath.isAbsolute("C:\\")).isTrue();
        assertThat(WindowsPath.isAbsolute("\\\\server\\share")).isTrue();
        assertThat(WindowsPath.isAbsolute("%SystemDrive%\\Users")).isFalse();
        assertThat(WindowsPath.isAbsolute("C:x")).isFalse();
        assertThat(WindowsPath.isAbsolute("1:\\")).isFalse();
        assertThat(WindowsPath.isAbsolute("\\\\")).isFalse();
        assertThat(WindowsPath.isAbsolute("")).isFalse();
    }

    @Test
    void aFolderHoldsWhatIsInItAndNotItsNamesake() {
        assertThat(WindowsPath.isAtOrBelow("C:\\USERS\\x\\y", "C:\\Users\\x")).isTrue();
        assertThat(WindowsPath.isAtOrBelow("C:\\Users\\x", "C:\\Users\\x")).isTrue();
        assertThat(WindowsPath.isAtOrBelow("C:\\Users\\xy", "C:\\Users\\x")).isFalse();
        assertThat(WindowsPath.isAtOrBelow("C:\\Users", "C:\\")).isTrue();
        assertThat(WindowsPath.isAtOrBelow("C:", "C:\\Users")).isFalse();
    }

    @Test
    void aParentStopsAtTheRoot() {
        assertThat(WindowsPath.parent("C:\\Users\\x")).isEqualTo("C:\\Users");
        assertThat(WindowsPath.parent("C:\\Users")).isEqualTo("C:\\");
        assertThat(WindowsPath.parent("C:\\")).isEqualTo("C:\\");
        assertThat(WindowsPath.parent("\\\\server\\share\\x")).isEqualTo("\\\\server\\share");
        assertThat(WindowsPath.parent("\\\\server\\share")).isEqualTo("\\\\server\\share");
        assertThat(WindowsPath.name("C:\\Users\\x")).isEqualTo("x");
        assertThat(WindowsPath.child("C:\\", "x")).isEqualTo("C:\\x");
    }
}
