package io.fieldstick.report;

import java.util.List;

/** A form in which a result is written down: one class each, and one line here. */
public interface Format {
    /** The names of the formats, as they are typed. */
    List<String> NAMES = List.of("text", "json", "junit", "csv", "html");

    /** The whole document, with a line end after its last line; for a file or stream in the rendering's charset. */
    String of(Result result);

    /**
     * The format {@code name}; only its own classes are loaded.
     *
     * @throws IllegalArgumentException where there is none of that name
     */
    static Format named(String name, Rendering rendering) {
        return switch (name) {
            case "text" -> new TextReport(rendering);
            case "json" -> new JsonReport(rendering.messages());
            case "junit" -> new JunitReport(rendering);
            case "csv" -> new CsvReport(rendering);
            case "html" -> new HtmlReport(rendering);
            default -> throw new IllegalArgumentException("no format: " + name);
        };
    }
}
