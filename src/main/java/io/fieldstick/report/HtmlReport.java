package io.fieldstick.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.fieldstick.message.VisibleText;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/**
 * A result as one HTML page that needs nothing else, neither scripts nor the network, and prints on A4: what an engineer
 * puts before a user. The templates are in {@code src/main/jte}, one for each part of the page.
 */
final class HtmlReport implements Format {
    /** No text on the page is longer, in columns: a value in the registry may have a megabyte. */
    private static final int LONGEST = 2_000;

    private final Rendering rendering;

    HtmlReport(Rendering rendering) {
        this.rendering = rendering;
    }

    @Override
    public String of(Result result) {
        TemplateEngine templates = TemplateEngine.createPrecompiled(
                null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());
        StringOutput page = new StringOutput();
        templates.render(
                "page.jte", Map.of("result", result, "words", new PageWords(rendering)), new VisibleOutput(page));
        return encodable(page.toString());
    }

    /** Characters that the page's charset lacks as numeric references, which a browser shows as what they are. */
    private String encodable(String page) {
        CharsetEncoder encoder = rendering.charset().newEncoder();
        if (encoder.canEncode(page)) {
            return page;
        }
        StringBuilder encodable = new StringBuilder(page.length() + 64);
        page.codePoints().forEach(point -> {
            String character = Character.toString(point);
            encodable.append(encoder.canEncode(character) ? character : "&#" + point + ";");
        });
        return encodable.toString();
    }

    /** Escapes by context as its parent does; before that, what would not show as itself is made visible. */
    private static final class VisibleOutput extends OwaspHtmlTemplateOutput {
        VisibleOutput(StringOutput page) {
            super(page);
        }

        @Override
        public void writeUserContent(String text) {
            super.writeUserContent(VisibleText.shortened(text, LONGEST));
        }
    }
}
