package io.fieldstick.cli;

import picocli.CommandLine.Option;

/** The options that may stand before a command. */
final class RootOptions {
    @Option(
            names = {"-h", "--help", "/?"},
            usageHelp = true,
            descriptionKey = "cli.option.help")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "cli.option.version")
    boolean version;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "cli.option.lang")
    String language = "";
}
