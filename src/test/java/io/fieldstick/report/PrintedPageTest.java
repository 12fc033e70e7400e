package io.fieldstick.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a browser makes it: on paper, and with hostile names in it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Debian's Chromium and poppler-utils, which scripts/check installs")
class PrintedPageTest {
    @TempDir
    Path folder;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "undone", "audit"})
    void everyResultPrintsOnA4WithHostileNamesAsText(String result) {
        for (Language language : Language.values()) {
            Path pdf = chromium.printed(page(Results.named(result), language));

            assertThat(chromium.about(pdf)).containsPattern("Page size:.*\\(A4\\)");
            String text = String.join(" ", chromium.pages(pdf)).replace(" ", "");
            assertThat(text).contains("<script>alert(\"1\")</script>", "<U+202E>gpj.exe<U+0007><U+D800>&amp;'");
        }
    }

    @Test
    void whatAPersonMustKnowIsOnTheFirstPageInBothLanguages() {
        String english = chromium.pages(chromium.printed(page(Results.audit(), Language.ENGLISH)))
                .get(0);
        assertThat(english)
                .contains("Stop: read what is marked STOP below", "52,100", "83.8 GB", "files unexplained", "(EFS)");

        String chinese = chromium.pages(chromium.printed(page(Results.audit(), Language.CHINESE)))
                .get(0);
        assertThat(chinese.replace(" ", "")).contains("停止：先看下面标有", "个文件来历不明", "C:\\Users\\li\\Documents\\合同.docx");
    }

    @Test
    void headsAreRepeatedOnEveryPageAndNoRowIsTorn() {
        List<InstalledProgram> programs = IntStream.range(0, 150)
                .mapToObj(i -> program("Program " + i + " begins " + "and goes on ".repeat(20) + " ends " + i + "."))
                .toList();

        List<String> pages = chromium.pages(chromium.printed(page(Results.listing(programs), Language.ENGLISH)));

        List<String> listing =
                pages.stream().filter(page -> page.contains("and goes on")).toList();
        assertThat(listing).hasSizeGreaterThan(5).allMatch(page -> page.contains("Name Version Publisher Installed"));
        for (int i = 0; i < 150; i++) {
            String begin = "Program " + i + " begins";
            String end = "ends " + i + ".";
            assertThat(pages).as("row %d", i).anyMatch(page -> page.contains(begin) && page.contains(end));
        }
    }

    @Test
    void noScriptRuns() {
        String page = page(Results.audit(), Language.ENGLISH)
                .replace("</main>", "</main><script>document.title = 'a script ran'</script>");

        assertThat(chromium.loaded(page)).doesNotContain("<title>a script ran");
        String withoutPolicy = page.replace("default-src 'none'", "");
        assertThat(chromium.loaded(withoutPolicy)).contains("<title>a script ran");
    }

    @Test
    void noElementIsMadeOfAName() {
        String loaded = chromium.loaded(page(Results.audit(), Language.ENGLISH));

        assertThat(loaded).doesNotContain("<script").contains("&lt;script&gt;alert(\"1\")&lt;/script&gt;");
    }

    private static String page(Result result, Language language) {
        return new HtmlReport(Results.rendering(language)).of(result);
    }

    private static InstalledProgram program(String name) {
        return new InstalledProgram(
                name,
                "1.0",
                "House",
                Reading.of(LocalDate.parse("2026-11-24")),
                Reading.absent(),
                InstalledProgram.Listing.PROGRAM,
                List.of(RegistryKey.machine("SOFTWARE\\House")));
    }
}
