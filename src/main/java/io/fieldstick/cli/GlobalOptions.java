package io.fieldstick.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class GlobalOptions {
    @Option(names = "--case", paramLabel = "DIR", descriptionKey = "cli.option.case")
    @Nullable
    Path caseFolder;

    /** The format of {@code --format} unless another is asked for. */
    static final String TEXT = "text";

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "cli.option.format", defaultValue = TEXT)
    String format = TEXT;

    @Option(names = "--report", paramLabel = "FORMAT:PATH", descriptionKey = "cli.option.report")
    List<String> reports = List.of();

    @Option(
            names = "--progress",
            paramLabel = "text|json",
            descriptionKey = "cli.option.progress",
            defaultValue = "text")
    String progress = "text";

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "cli.option.lang")
    @Nullable
    String language;

    @Option(names = "--encoding", paramLabel = "CHARSET", descriptionKey = "cli.option.encoding")
    @Nullable
    String encoding;

    /** When the text on standard output is in colour. */
    enum ColorWhen {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            descriptionKey = "cli.option.color",
            defaultValue = "auto")
    ColorWhen color = ColorWhen.AUTO;

    static final String NO_INPUT = "--no-input";

    @Option(names = NO_INPUT, descriptionKey = "cli.option.no-input")
    boolean noInput;

    @Option(
            names = {"-y", "--yes"},
            descriptionKey = "cli.option.yes")
    boolean yes;

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "cli.option.quiet")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            descriptionKey = "cli.option.verbose")
    boolean verbose;

    /** For the window of an elevated start, which closes with the program; {@link FieldstickCommandLine} looks for it. */
    static final String HOLD = "--hold";

    @Option(names = HOLD, hidden = true)
    boolean hold;

    @Option(
            names = "--restart-exit",
            paramLabel = "N",
            descriptionKey = "cli.option.restart-exit",
            defaultValue = "3010")
    int restartExit = ExitCode.RESTART;

    @Option(
            names = {"-h", "--help", "/?"},
            usageHelp = true,
            descriptionKey = "cli.option.help")
    boolean help;
}
