package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendedPathTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "C:\\Users, \\\\?\\C:\\Users, false",
                "C:\\Users\\, \\\\?\\C:\\Users, false",
                "C:\\a.\\b , \\\\?\\C:\\a.\\b, false",
                "d:, \\\\?\\d:\\, true",
                "D:\\, \\\\?\\D:\\, true",
                "\\\\?\\C:\\x, \\\\?\\C:\\x, false",
                "\\\\server\\share, \\\\?\\UNC\\server\\share, true",
                "\\\\server\\share\\, \\\\?\\UNC\\server\\share, true",
                "\\\\server\\share\\综合部, \\\\?\\UNC\\server\\share\\综合部, false"
            })
    void anAbsolutePathGetsThePrefixThatMakesWindowsTakeItLiterally(String path, String text, boolean root) {
        assertThat(ExtendedPath.of(path)).contains(new ExtendedPath(text, root));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "C",
                "C:x",
                "\\x",
                "1:\\x",
                "C:\\a*",
                "C:\\a?b",
                "C:\\a<b",
                "C:\\a>b",
                "C:\\a\"b",
                "C:/x",
                "C:\\a\0b",
                "\\\\server",
                "\\\\.\\PhysicalDrive0",
                "\\\\",
                "%X%\\y",
                "é:\\x"
            })
    void textThatNamesNoFileHasNone(String path) {
        assertThat(ExtendedPath.of(path)).isEmpty();
    }

    @Test
    void everythingInARootHasOneBackslash() {
        assertThat(ExtendedPath.of("C:").map(ExtendedPath::everythingIn)).contains("\\\\?\\C:\\*");
        assertThat(ExtendedPath.of("C:\\a").map(ExtendedPath::everythingIn)).contains("\\\\?\\C:\\a\\*");
    }
}
