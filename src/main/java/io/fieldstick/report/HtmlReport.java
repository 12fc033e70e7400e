package io.fieldstick.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.fieldstick.report.page.JtepageGenerated;

/** A result as one HTML page that needs nothing else, neither scripts nor the network, and prints on A4. */
final class HtmlReport implements Format {
    private final Rendering rendering;

    HtmlReport(Rendering rendering) {
        this.rendering = rendering;
    }

    /* The template's class is called as it is: jte's engine would look it up by its name and fill it by reflection. */
    @Override
    public String of(Result result) {
        StringOutput page = new StringOutput();
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(page), null, result, new PageWords(rendering));
        return page.toString();
    }
}
