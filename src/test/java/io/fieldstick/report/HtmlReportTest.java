package io.fieldstick.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.audit.Finding;
import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
    private static final Set<String> WITHOUT_END = Set.of("meta", "col", "br", "!doctype");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9!]+)[^>]*>", Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(strings = {"settings", "undone", "audit"})
    void everyElementEndsAndNoneBringsAnythingFromOutside(String result) {
        for (Language language : Language.values()) {
            String page = new HtmlReport(Results.rendering(language)).of(Results.named(result));
            Deque<String> open = new ArrayDeque<>();
            for (MatchResult tag : TAG.matcher(page).results().toList()) {
                String name = tag.group(2).toLowerCase(Locale.ROOT);
                assertThat(name).isNotIn("script", "link", "img", "iframe", "object", "a", "form", "base", "svg");
                if (tag.group(1).isEmpty() && !WITHOUT_END.contains(name)) {
                    open.push(name);
                } else if (!tag.group(1).isEmpty()) {
                    assertThat(open.pop()).as("closed by %s", tag.group()).isEqualTo(name);
                }
            }
            assertThat(open).isEmpty();
            assertThat(page).doesNotContain("url(", "@import").doesNotContainPattern("<[^>]* on[a-z]+=");
        }
    }

    @Test
    void thePolicyForbidsEverythingButItsOwnStyle() {
        String page = new HtmlReport(Results.rendering(Language.ENGLISH)).of(Results.audit());

        assertThat(page).contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ");
        assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<title>"));
    }

    @Test
    void hostileNamesAreTextAndWhatDoesNotShowIsVisible() {
        for (String result : List.of("settings", "undone", "audit")) {
            String page = new HtmlReport(Results.rendering(Language.ENGLISH)).of(Results.named(result));

            assertThat(page)
                    .contains("&lt;script&gt;alert(\"1\")&lt;/script&gt;&lt;U+202E&gt;gpj.exe&lt;U+0007&gt;")
                    .contains("Wang &lt;U+202E&gt;&lt;b&gt;")
                    .doesNotContain("\u202E", "\u0007", "Wang <b>");
        }
    }

    @Test
    void whatMustBeSeenFirstStandsFirst() {
        String page = new HtmlReport(Results.rendering(Language.ENGLISH)).of(Results.audit());

        assertThat(page)
                .containsSubsequence(
                        "Stop: read what is marked STOP",
                        "files unexplained",
                        "Open and perhaps not saved",
                        "Encrypted files",
                        "F:",
                        "<h2>Unexplained</h2>",
                        "<h2>To be saved</h2>",
                        "zhangsan",
                        "李四",
                        "Outlook data files",
                        "SQL Server",
                        "What could not be read",
                        "knowingly left",
                        "IT DOES NOT FIT",
                        "Confirmed by 王芳 &lt;b&gt;",
                        "Signatures");
    }

    @Test
    void settingsThatSomebodyMustActOnStandBeforeThoseThatAreWell() {
        String page = new HtmlReport(Results.rendering(Language.ENGLISH)).of(Results.settings());

        assertThat(page.substring(page.indexOf("<h2>Settings</h2>")))
                .containsSubsequence(
                        "proxy/S-1-5-21-1-2-3-1002",
                        "trusted-sites/",
                        "software/winrar",
                        "software/qq",
                        "host-name",
                        "registry/wallpaper",
                        "auto-play",
                        "software/office");
        assertThat(page).contains("BCIA office workstation", "Wang allowed it: till the move");
    }

    @Test
    void whatTheCharsetLacksIsStillShown() {
        Charset gbk = Charset.forName("GBK");
        Rendering rendering = new Rendering(Messages.in(Language.ENGLISH), 80, false, gbk, ZoneOffset.UTC);

        List<Finding> findings = List.of(Results.finding(Finding.Severity.INFO, "Ärger", "项目资料"));
        Result audit = Results.result("backup-audit", List.of(), List.of(), findings, Optional.empty(), 0);
        String page = new HtmlReport(rendering).of(audit);

        CharsetEncoder encoder = gbk.newEncoder();
        assertThat(encoder.canEncode(page)).isTrue();
        assertThat(page).contains("<meta charset=\"GBK\">", "&#196;rger", "项目资料");
    }
}
