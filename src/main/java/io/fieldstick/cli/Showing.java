package io.fieldstick.cli;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.provision.Journal;
import io.fieldstick.provision.JournalUnwritableException;
import io.fieldstick.report.Colors;
import io.fieldstick.report.Format;
import io.fieldstick.report.Rendering;
import io.fieldstick.report.Result;
import io.fieldstick.stick.Case;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** How a result is put before people and programs: on standard output, into the case, and into the reports asked for. */
record Showing(Surroundings surroundings, GlobalOptions options, Messages messages, Telling telling) {

    /** On standard output, in the format asked for. */
    void show(Result result) {
        String shown = rendered(options.format, result, encoding());
        surroundings.terminal().out(wantsColors() ? new Colors(messages).of(shown) : shown);
    }

    /**
     * Writes what belongs into every case, and tells whether it could be; a run that changed nothing has a journal that
     * says so by having no changes.
     */
    boolean keep(Case opened, Result result) {
        try {
            write(opened.result(), rendered("json", result, StandardCharsets.UTF_8));
            if (!Files.exists(opened.journal())) {
                Journal.create(opened.journal(), new Journal.Header(opened.run(), "", result.computer()))
                        .close();
            }
            return true;
        } catch (UncheckedIOException e) {
            return told("cli.case-unwritable", opened.folder(), FileTrouble.why(e));
        } catch (JournalUnwritableException e) {
            return told("cli.case-unwritable", opened.folder(), e.reason());
        }
    }

    /** Whether {@code report} was written; if not, that is told, and the other reports are written all the same. */
    boolean write(ReportFile report, Result result) {
        try {
            write(report.path(), rendered(report.format(), result, StandardCharsets.UTF_8));
            return true;
        } catch (UncheckedIOException e) {
            return told("cli.report-unwritable", report.path(), FileTrouble.why(e));
        }
    }

    private boolean told(String key, Path file, Message why) {
        telling.error(messages.text(key, file, why), List.of());
        return false;
    }

    private boolean wantsColors() {
        boolean wanted = options.color == GlobalOptions.ColorWhen.ALWAYS
                || (options.color == GlobalOptions.ColorWhen.AUTO
                        && surroundings.terminal().colors());
        return wanted && options.format.equals("text");
    }

    private String rendered(String format, Result result, Charset charset) {
        Rendering rendering = new Rendering(
                messages,
                surroundings.terminal().columns(),
                options.verbose,
                charset,
                surroundings.clock().getZone());
        return Format.named(format, rendering).of(result);
    }

    /** The encoding of standard output where that is redirected. */
    private Charset encoding() {
        return options.encoding == null ? StandardCharsets.UTF_8 : Charset.forName(options.encoding);
    }

    /* Encoded here because Files.writeString gives up at the first character that the charset lacks. */
    private static void write(Path file, String text) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            // A stick is pulled out as soon as the page is read.
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
