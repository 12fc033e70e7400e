package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.message.Secrets;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value.RecordValue;
import io.fieldstick.setting.software.Installer;
import io.fieldstick.setting.software.ProgramWays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The block {@code install} of a rule: how its program is installed from the stick. */
record InstallBlock(RecordValue written, List<Problem> problems) {
    /** Long enough for a large package on a slow disk. */
    private static final long LIMIT_MINUTES = 30;

    private static final long LONGEST_LIMIT_MINUTES = 240;

    /** Names joined by slashes, none of which begins with a dot: nothing leads out of the folder. */
    private static final String RELATIVE =
            "[^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]*([\\\\/][^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]*)*";

    /** MS docs: msi, "Command-Line Options" and "REBOOT Property". */
    private static final Pattern RESTART = Pattern.compile("(?i)[/-](?:force|prompt)restart\\b|\\bREBOOT=\"?F");

    /** How InstallShield passes on what follows to Windows Installer. */
    private static final Pattern PASSED_ON = Pattern.compile("(?i)(?<!\\S)[/-]v");

    private static final Pattern NO_RESTART = Pattern.compile("(?i)[/-]norestart\\b|\\bREBOOT=\"?R");

    private static final Shape FILE = Shape.text()
            .matching(RELATIVE, Message.of("software.field.relative"))
            .example("winrar-380.exe");
    private static final Shape HASH = Shape.text().matching("[0-9A-Fa-f]{64}", Message.of("software.field.hash"));

    static final Shape SHAPE = Shape.record(
            Field.required("file", FILE, Message.of("software.field.install-file")),
            Field.required("sha256", HASH, Message.of("software.field.install-sha256")),
            Field.required(
                    "kind",
                    Shape.choice("msi", "nsis", "inno", "installshield", "exe"),
                    Message.of("software.field.install-kind")),
            Field.optional(
                    "arguments",
                    Shape.text().example("TRANSFORMS=house.mst"),
                    Message.of("software.field.install-arguments")),
            Field.optional("signer", Shape.text().example("win.rar GmbH"), Message.of("software.field.install-signer")),
            Field.optional(
                    "files",
                    Shape.listOf(Shape.record(
                            Field.required("file", FILE, Message.of("software.field.install-more-file")),
                            Field.required("sha256", HASH, Message.of("software.field.install-sha256")))),
                    Message.of("software.field.install-files")),
            Field.optional(
                    "time-limit-minutes",
                    Shape.whole(1, LONGEST_LIMIT_MINUTES),
                    Message.of("software.field.install-limit")),
            Field.optional("uninstall", Shape.text().example("/S"), Message.of("software.field.install-uninstall")));

    /** What the block asks for; empty where it has problems. */
    Optional<InstallProgram> checked(String name, String folder, ProgramWays ways) {
        Installer.Kind kind = Installer.Kind.of(written.text("kind"));
        if (kind == Installer.Kind.EXE && written.optional("arguments").isEmpty()) {
            problems.add(Problem.of(
                            Message.of("software.problem.exe-arguments"),
                            written.required("kind").span())
                    .help(Message.of("software.help.exe-arguments")));
            return Optional.empty();
        }
        String arguments = written.optionalText("arguments").orElse("");
        if (holdsSecret("arguments") || holdsSecret("uninstall") || mayRestart(kind, arguments)) {
            return Optional.empty();
        }
        List<Installer.Part> parts = new ArrayList<>();
        parts.add(part(written));
        written.records("files").forEach(more -> parts.add(part(more)));
        long minutes = written.optional("time-limit-minutes").isPresent()
                ? written.whole("time-limit-minutes")
                : LIMIT_MINUTES;
        Installer installer =
                new Installer(kind, parts, arguments, written.optionalText("signer"), Duration.ofMinutes(minutes));
        return Optional.of(new InstallProgram(name, folder, installer, ways, written.optionalText("uninstall")));
    }

    /** Reports arguments by which the installer would restart the computer, whatever the switches of its kind say. */
    private boolean mayRestart(Installer.Kind kind, String arguments) {
        boolean forgotten = kind == Installer.Kind.INSTALLSHIELD
                && PASSED_ON.matcher(arguments).find()
                && !NO_RESTART.matcher(arguments).find();
        boolean restarts = forgotten || RESTART.matcher(arguments).find();
        if (restarts) {
            problems.add(Problem.of(
                            Message.of("software.problem.restarts"),
                            written.required("arguments").span())
                    .help(Message.of("software.help.restarts")));
        }
        return restarts;
    }

    /** Reports a secret in {@code field}: the journal and the list of processes would show it. */
    private boolean holdsSecret(String field) {
        String text = written.optionalText(field).orElse("");
        boolean secret = !Secrets.hidden(text).equals(text);
        if (secret) {
            problems.add(Problem.of(
                            Message.of("software.problem.secret"),
                            written.required(field).span())
                    .help(Message.of("software.help.secret")));
        }
        return secret;
    }

    private static Installer.Part part(RecordValue record) {
        return new Installer.Part(record.text("file").replace('/', '\\'), record.text("sha256"));
    }
}
