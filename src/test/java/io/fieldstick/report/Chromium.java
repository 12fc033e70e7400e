package io.fieldstick.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A browser without a window, and tools that read the PDF it prints; {@code scripts/check} installs them. */
final class Chromium {
    private final Path folder;

    /** Keeps what it needs and makes in {@code folder}. */
    Chromium(Path folder) {
        this.folder = folder;
    }

    /** The PDF that it prints of the page {@code html}. */
    Path printed(String html) {
        Path pdf = folder.resolve("page.pdf");
        browse(html, "--no-pdf-header-footer", "--print-to-pdf=" + pdf);
        assertThat(pdf).isNotEmptyFile();
        return pdf;
    }

    /** The page {@code html} as it stands after it was loaded and its scripts, if it had any, have run. */
    String loaded(String html) {
        return browse(html, "--dump-dom");
    }

    private String browse(String html, String... options) {
        try {
            Path page = Files.writeString(folder.resolve("page.html"), html);
            List<String> line = new ArrayList<>(List.of(
                    "chromium",
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--user-data-dir=" + folder.resolve("browser")));
            line.addAll(List.of(options));
            line.add(page.toUri().toString());
            return run(line);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The words of each page of {@code pdf}, lines joined with spaces. */
    List<String> pages(Path pdf) {
        String text = run(List.of("pdftotext", "-layout", pdf.toString(), "-"));
        List<String> pages = new ArrayList<>();
        for (String page : text.split("\f", -1)) {
            pages.add(page.replaceAll("\\s+", " "));
        }
        return pages;
    }

    /** What pdfinfo says of {@code pdf}. */
    String about(Path pdf) {
        return run(List.of("pdfinfo", pdf.toString()));
    }

    private String run(List<String> line) {
        try {
            Path output = folder.resolve("output");
            Process process = new ProcessBuilder(line)
                    .redirectOutput(output.toFile())
                    .redirectError(folder.resolve("errors").toFile())
                    .start();
            boolean ended = process.waitFor(90, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).as("%s ended", line).isTrue();
            assertThat(process.exitValue())
                    .as("%s: %s", line, Files.readString(folder.resolve("errors")))
                    .isZero();
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("this test needs " + line.get(0) + ": scripts/check installs it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
