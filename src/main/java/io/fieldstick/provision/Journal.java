package io.fieldstick.provision;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.fieldstick.setting.Change;
import io.fieldstick.setting.Undo;
import io.fieldstick.windows.WindowsError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The changes of one run, each written down and forced to the disk before it is made: the file {@code journal.jsonl} of
 * a case, one JSON object a line.
 *
 * <p>The first line is the {@link Header}. {@code {"n":1,"setting":...,"change":{...},"undo":{...}}} announces change 1;
 * {@code {"n":1,"made":true}}, {@code {"n":1,"refused":{...}}} and {@code {"n":1,"undone":true}} follow it. What a line says
 * of a change that was made is a convenience: whether it stands is always asked of Windows.
 */
public final class Journal implements AutoCloseable {
    static final String SCHEMA = "fieldstick.journal/1";
    private static final JsonFactory JSON = new JsonFactory();
    /** A journal beyond this is no journal of ours: a run makes hundreds of changes of at most a few KiB. */
    private static final long MAX_BYTES = 64L << 20;

    /**
     * Who wrote the journal.
     *
     * @param run the name of the run: that of its case
     * @param machine what identifies this Windows through a rename: its MachineGuid; empty where it has none
     * @param computer the computer's name when the run began
     * @param serial the serial number of its firmware, which tells computers apart whose Windows was copied from one
     *     image with its MachineGuid; empty where it has none
     */
    public record Header(String run, String machine, String computer, String serial) {
        /** Of a computer whose firmware has no serial number. */
        public Header(String run, String machine, String computer) {
            this(run, machine, computer, "");
        }

        /** Whether the run was on the computer with this MachineGuid and serial number, each empty where it is not known. */
        public boolean isOf(String guid, String number) {
            boolean same = serial.isEmpty() || number.isEmpty() || serial.equalsIgnoreCase(number);
            return machine.equals(guid) && same;
        }
    }

    /** One change of a journal, with how to take it back. */
    public record Entry(int number, String setting, Change change, Undo undo, boolean undone) {}

    /** A journal that was read: its header and its changes in the order they were made. */
    public record Contents(Header header, List<Entry> entries) {
        public Contents {
            entries = List.copyOf(entries);
        }

        /** Whether anything in it of the settings that {@code settings} names has not been taken back. */
        public boolean canBeUndone(Predicate<String> settings) {
            return entries.stream().anyMatch(entry -> !entry.undone() && settings.test(entry.setting()));
        }
    }

    private final FileChannel file;
    private int last;
    private int written;

    private Journal(FileChannel file, int last) {
        this.file = file;
        this.last = last;
    }

    /** Begins the journal of a run in the new file {@code path}. */
    public static Journal create(Path path, Header header) {
        try {
            Journal journal =
                    new Journal(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 0);
            journal.append(true, json -> {
                json.writeStringField("journal", SCHEMA);
                json.writeStringField("run", header.run());
                json.writeStringField("machine", header.machine());
                json.writeStringField("computer", header.computer());
                if (!header.serial().isEmpty()) {
                    json.writeStringField("serial", header.serial());
                }
            });
            return journal;
        } catch (IOException e) {
            throw new JournalUnwritableException(0, e);
        }
    }

    /** Opens the journal at {@code path} to note there what is undone; a last line that a crash tore apart is cut off. */
    public static Journal resume(Path path) {
        try {
            Journal journal = new Journal(FileChannel.open(path, StandardOpenOption.WRITE), 0);
            journal.file.truncate(wholeLines(path));
            journal.file.position(journal.file.size());
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long wholeLines(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        return length;
    }

    /** Writes down that {@code change} is about to be made, forces it to the disk, and returns its number. */
    public int intend(String setting, Change change, Undo undo) {
        int number = ++last;
        append(true, json -> {
            json.writeNumberField("n", number);
            json.writeStringField("setting", setting);
            json.writeFieldName("change");
            ChangeJson.write(json, change);
            json.writeFieldName("undo");
            ChangeJson.write(json, undo);
        });
        return number;
    }

    /** Notes that change {@code number} was made. */
    public void made(int number) {
        note(number, "made");
    }

    /** Notes that Windows refused change {@code number}. */
    public void refused(int number, WindowsError why) {
        append(false, json -> {
            json.writeNumberField("n", number);
            json.writeNumberField("refused", why.code());
        });
    }

    /** Notes that change {@code number} was taken back. */
    public void undone(int number) {
        note(number, "undone");
    }

    private void note(int number, String what) {
        append(false, json -> {
            json.writeNumberField("n", number);
            json.writeBooleanField(what, true);
        });
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private void append(boolean durably, Fields fields) {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            try (JsonGenerator json = JSON.createGenerator(line)) {
                json.writeStartObject();
                fields.write(json);
                json.writeEndObject();
            }
            line.write('\n');
            ByteBuffer bytes = ByteBuffer.wrap(line.toByteArray());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            if (durably) {
                file.force(true);
            }
            written = last;
        } catch (IOException e) {
            throw new JournalUnwritableException(written, e);
        }
    }

    @Override
    public void close() {
        try (file) {
            file.force(true);
        } catch (IOException gone) {
            // The stick was pulled. Each change was forced to it before it was made; what became of the last ones may
            // be missing, and that undo asks of Windows. The result, which comes now, must not be lost over it.
            return;
        }
    }

    /**
     * Reads the journal at {@code path}. A last line without its end is the mark of a crash while it was written, so its
     * change was never made, and it is left out.
     *
     * @throws JournalException where a whole line cannot be understood, with its number
     */
    public static Contents read(Path path) {
        String text = text(path);
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (lines.isEmpty()) {
            return new Contents(new Header("", "", ""), List.of());
        }
        Header header = header(path, parse(path, 1, lines.get(0)));
        Map<Integer, Entry> entries = new TreeMap<>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                line(entries, parse(path, i + 1, lines.get(i)));
            } catch (IllegalArgumentException e) {
                throw new JournalException(path, i + 1, e);
            }
        }
        return new Contents(header, new ArrayList<>(entries.values()));
    }

    private static String text(Path path) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new JournalException(path, 1, new IllegalArgumentException("larger than a journal can be"));
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new JournalException(path, 1, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonTree parse(Path path, int number, String line) {
        try (JsonParser json = JSON.createParser(line)) {
            return JsonTree.read(json);
        } catch (IOException | IllegalArgumentException e) {
            throw new JournalException(path, number, e);
        }
    }

    private static Header header(Path path, JsonTree line) {
        try {
            if (!line.text("journal").equals(SCHEMA)) {
                throw new IllegalArgumentException(line.text("journal"));
            }
            String serial = line.has("serial") ? line.text("serial") : "";
            return new Header(line.text("run"), line.text("machine"), line.text("computer"), serial);
        } catch (IllegalArgumentException e) {
            throw new JournalException(path, 1, e);
        }
    }

    /** A line that this program would not have written here was written or moved here by somebody else. */
    private static void line(Map<Integer, Entry> entries, JsonTree line) {
        int number = line.number("n");
        boolean announces = line.has("change");
        boolean inTurn = announces ? number == entries.size() + 1 : entries.containsKey(number);
        if (!inTurn) {
            throw new IllegalArgumentException("not the turn of change " + number);
        }
        if (announces) {
            Change change = ChangeJson.change(line.object("change"));
            Undo undo = ChangeJson.undo(line.object("undo"));
            entries.put(number, new Entry(number, line.text("setting"), change, undo, false));
        } else if (line.has("undone")) {
            line.requireTrue("undone");
            entries.computeIfPresent(
                    number, (n, entry) -> new Entry(n, entry.setting(), entry.change(), entry.undo(), true));
        } else if (line.has("refused")) {
            line.number("refused");
        } else {
            line.requireTrue("made");
        }
    }
}
