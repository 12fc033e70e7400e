package io.fieldstick.cli;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import io.fieldstick.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that the result is written to, as {@code --report FORMAT:PATH} names it. */
record ReportFile(String format, Path path) {

    /**
     * Reads {@code option} and makes sure, before the run, that the file can be written after it.
     *
     * @throws CommandFailure where it is no such option, or the file cannot be written
     */
    static ReportFile of(String option, Path workingFolder) {
        int colon = option.indexOf(':');
        if (colon < 0 || colon == option.length() - 1) {
            throw new CommandFailure(
                    ExitCode.USAGE, Message.of("cli.report-form", option), Message.of("cli.report-form.help", names()));
        }
        String format = option.substring(0, colon);
        requireFormat(format);
        try {
            Path path = workingFolder.resolve(option.substring(colon + 1)).normalize();
            requireWritable(path);
            return new ReportFile(format, path);
        } catch (InvalidPathException e) {
            throw unwritable(option.substring(colon + 1), String.valueOf(e.getMessage()));
        }
    }

    /** Makes sure that there is a format {@code name}. */
    static void requireFormat(String name) {
        if (!Format.NAMES.contains(name)) {
            throw new CommandFailure(
                    ExitCode.USAGE, Message.of("cli.no-format", name), Message.of("cli.no-format.help", names()));
        }
    }

    private static String names() {
        return String.join(", ", Format.NAMES);
    }

    /* Asking for permissions is not enough: a read-only stick or a full one refuses only when it is written to. */
    private static void requireWritable(Path path) {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw unwritable(path.toString(), Message.of("cli.report-unwritable.no-folder"));
        }
        try {
            if (Files.exists(path)) {
                Files.newByteChannel(path, StandardOpenOption.WRITE).close();
            } else {
                Files.delete(Files.createTempFile(folder, "fieldstick", ".tmp"));
            }
        } catch (IOException e) {
            throw unwritable(path.toString(), FileTrouble.why(e));
        }
    }

    private static CommandFailure unwritable(String path, Object why) {
        return new CommandFailure(
                ExitCode.USAGE,
                Message.of("cli.report-unwritable", path, why),
                Message.of("cli.report-unwritable.help"));
    }
}
