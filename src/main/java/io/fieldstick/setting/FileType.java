package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
import io.fieldstick.setting.software.NamePattern;
import io.fieldstick.setting.software.RegisteredProgram;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPage;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files with an extension are opened by a program.
 *
 * <p>What can be set is the default of the computer, for users who have chosen nothing. A user's own choice has, since
 * Windows 8, a hash that only Windows makes (MS docs: "Default Programs"); it is never forged: the user clicks once.
 *
 * @param extension with its dot, in small letters
 * @param program the name under which it is registered for "Default apps", with * and ? too
 * @param knownAs what the program calls such files, where the house knows it; empty to find it by the program's name
 */
public record FileType(String extension, String program, Optional<String> knownAs) implements Setting<FileType.State> {
    static final String SECTION = "file-types";
    private static final String EXTENSION = "\\.[A-Za-z0-9_-]{1,30}";
    /** MS docs: "Programmatic Identifiers"; a backslash would lead elsewhere in the registry. */
    private static final String PROG_ID = "[A-Za-z][A-Za-z0-9._-]{0,38}";

    private static final String POLICY = "policy";
    /** LocalSystem: nobody sits there. */
    private static final String SYSTEM = "S-1-5-18";

    private static final RegistryKey CLASSES = RegistryKey.machine("SOFTWARE\\Classes");
    private static final String PROG_ID_VALUE = "ProgId";
    private static final String CHOICES = "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\FileExts\\";
    private static final String LIST_OF_WINDOWS = "%SystemRoot%\\System32\\OEMDefaultAssociations.xml";
    private static final String CLASSES_OF_USER = "Software\\Classes\\";

    public static final SettingKind KIND = new SettingKind(
            SECTION,
            Shape.listOf(Shape.record(
                    Field.required(
                            "extensions",
                            Shape.listOf(Shape.text()
                                    .matching(EXTENSION, Message.of("file-types.shape.extension"))
                                    .example(".tif")),
                            Message.of("file-types.field.extensions")),
                    Field.required("program", Shape.text().example("ACDSee*"), Message.of("file-types.field.program")),
                    Field.optional(
                            "prog-id",
                            Shape.text()
                                    .matching(PROG_ID, Message.of("file-types.shape.prog-id"))
                                    .example("ACDSee.tif"),
                            Message.of("file-types.field.prog-id")),
                    Field.optional("as", Shape.choice("default", POLICY), Message.of("file-types.field.as")))),
            Message.of("file-types.section"),
            (section, answers, problems) -> settings(section, problems));

    /**
     * What is registered, what is set, and what is in force.
     *
     * @param registered the program; absent where no such program is registered for them
     * @param command how the program is started with a file
     * @param machine the computer's default, as the change that sets it; empty where there is no such program
     * @param choices what each user chose, and where Windows keeps it
     * @param comers the class that Windows's own list gives to users to come; absent where it gives none, or a policy brings
     *     another list
     * @param inForce the program that opens them for the account that this process runs as
     */
    public record State(
            Reading<RegisteredProgram> registered,
            Reading<String> command,
            RegistryState machine,
            Reading<List<String>> users,
            Map<String, Choice> choices,
            Reading<String> comers,
            Reading<String> inForce) {
        public State {
            choices = Map.copyOf(choices);
        }
    }

    /** The class of files that a user chose, and the value that says so. */
    public record Choice(RegistryKey key, String name, Reading<String> progId) {}

    private static List<Setting<?>> settings(Value section, List<Problem> problems) {
        List<Setting<?>> settings = new ArrayList<>();
        List<FileType> ofPolicy = new ArrayList<>();
        for (Value.RecordValue entry : section.asList().records()) {
            Optional<Message> wrong = NamePattern.problemOf(entry.text("program"));
            if (wrong.isPresent()) {
                problems.add(Problem.of(wrong.get(), entry.required("program").span()));
                continue;
            }
            for (String extension : entry.texts("extensions")) {
                FileType type = new FileType(
                        extension.toLowerCase(Locale.ROOT), entry.text("program"), entry.optionalText("prog-id"));
                settings.add(type);
                if (entry.optionalText("as").filter(POLICY::equals).isPresent()) {
                    ofPolicy.add(type);
                }
            }
        }
        if (!ofPolicy.isEmpty()) {
            settings.add(new DefaultAssociations(ofPolicy));
        }
        return settings;
    }

    @Override
    public String name() {
        return SECTION + "/" + extension;
    }

    @Override
    public Message title() {
        return Message.of("file-types.title", extension);
    }

    @Override
    public Message desired() {
        return Message.of("file-types.opened-by", program);
    }

    @Override
    public State read(WindowsView windows) {
        Reading<RegisteredProgram> registered = registered(windows);
        Reading<String> command = registered.flatMap(one -> one.command(windows));
        List<Change> desired =
                registered.map(one -> List.of(machineDefault(one.progId()))).orElse(List.of());
        Reading<List<String>> users = windows.registry().everyUser();
        Map<String, Choice> choices = new LinkedHashMap<>();
        for (String sid : users.orElse(List.of())) {
            choices.put(sid, choiceOf(sid, windows));
        }
        return new State(
                registered,
                command,
                RegistryState.read(windows, desired),
                users,
                choices,
                DefaultAssociations.isOn(windows.registry()) ? Reading.absent() : ofComers(windows),
                windows.associations().program(extension));
    }

    /** From Windows 8 on each user gets these choices at the first sign-in (MS docs: Dism /Import-DefaultAppAssociations). */
    private Reading<String> ofComers(WindowsView windows) {
        return EnvironmentVariables.ofMachine(windows.registry())
                .path(LIST_OF_WINDOWS)
                .flatMap(file -> WriteFile.content(windows.files(), file))
                .flatMap(list -> DefaultAppList.progIdIn(list, extension)
                        .map(Reading::of)
                        .orElseGet(Reading::absent));
    }

    /** What the computer's default calls files with {@code extension}: the name of their class. */
    static Reading<String> machineDefault(RegistryView registry, String extension) {
        return registry.value(CLASSES.child(extension), "").map(RegistryValue::text);
    }

    /** Whether a profile can name the class {@code progId}. */
    static boolean canName(String progId) {
        return progId.matches(PROG_ID);
    }

    private Change machineDefault(String progId) {
        return new SetRegistryValue(
                CLASSES.child(extension),
                "",
                RegistryValue.sz(progId),
                ValueSameness.BYTES,
                InForce.NOW,
                Set.of(Announcement.FILE_ASSOCIATIONS));
    }

    /** The program that opens them; absent where it is not there. */
    Reading<RegisteredProgram> registered(WindowsView windows) {
        return knownAs.map(progId -> RegisteredProgram.ofClass(progId, windows))
                .orElseGet(() -> RegisteredProgram.called(program, extension, windows));
    }

    /**
     * Where newer builds of Windows 11 keep a choice, what stands at the old place counts for nothing (kolbi.cz, 2025).
     * Without any, a user's own classes go before the computer's (MS docs: "HKEY_CLASSES_ROOT Key").
     */
    private Choice choiceOf(String sid, WindowsView windows) {
        List<Choice> places = List.of(
                choiceAt(
                        RegistryKey.user(sid, CHOICES + extension + "\\UserChoiceLatest\\ProgId"),
                        PROG_ID_VALUE,
                        windows),
                choiceAt(RegistryKey.user(sid, CHOICES + extension + "\\UserChoice"), PROG_ID_VALUE, windows),
                choiceAt(RegistryKey.user(sid, CLASSES_OF_USER + extension), "", windows));
        return places.stream()
                .filter(choice -> !choice.progId().isAbsent())
                .findFirst()
                .orElse(places.get(0));
    }

    /** No choice where it is empty. */
    private static Choice choiceAt(RegistryKey key, String name, WindowsView windows) {
        Reading<String> progId = windows.registry().value(key, name).map(RegistryValue::text);
        return new Choice(key, name, progId.equals(Reading.of("")) ? Reading.absent() : progId);
    }

    @Override
    public Judgement judge(State actual) {
        if (actual.registered().isUnreadable()) {
            return Judgements.unknown(actual.registered());
        }
        if (!(actual.registered() instanceof Reading.Present<RegisteredProgram> registered)) {
            return Judgement.of(Message.of("file-types.no-program"), List.of(), new Verdict.ByHand(toInstall()));
        }
        Judgement judgement =
                Judgements.ofRegistry(actual.users(), actual.machine(), is(actual), is(actual), evidence(actual));
        List<WindowsError> unreadable = new ArrayList<>(judgement.unreadable());
        actual.choices().values().forEach(choice -> {
            if (choice.progId() instanceof Reading.Unreadable<String> refused) {
                unreadable.add(refused.why());
            }
        });
        Verdict verdict = judgement.verdict();
        if (verdict instanceof Verdict.AsDesired) {
            verdict = unreadable.isEmpty()
                    ? ofUsers(registered.value().progId(), actual)
                    : new Verdict.Unknown(unreadable.remove(0));
        }
        return new Judgement(
                withComers(judgement.actual(), registered.value().progId(), actual.comers()),
                judgement.evidence(),
                verdict,
                unreadable);
    }

    private static Message withComers(Message is, String progId, Reading<String> comers) {
        return comers instanceof Reading.Present<String> other && !other.value().equalsIgnoreCase(progId)
                ? Message.of("file-types.comers", is, other.value())
                : is;
    }

    /** With the computer's default right: users who chose another program, and what is in force. */
    private Verdict ofUsers(String progId, State actual) {
        List<String> others = actual.choices().entrySet().stream()
                .filter(choice -> choice.getValue()
                        .progId()
                        .map(id -> !id.equalsIgnoreCase(progId))
                        .orElse(false))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            return new Verdict.ByHand(
                    Message.of("file-types.one-click", extension, program, String.join(", ", others)));
        }
        if (actual.inForce().isUnreadable()) {
            return actual.inForce() instanceof Reading.Unreadable<String> refused
                    ? new Verdict.Unknown(refused.why())
                    : new Verdict.AsDesired();
        }
        return isInForce(actual)
                ? new Verdict.AsDesired()
                : new Verdict.ByHand(Message.of(
                        "file-types.other", extension, program, actual.inForce().orElse("-")));
    }

    /** What must be done where the program is not there. */
    Message toInstall() {
        return Message.of("file-types.install", program, extension);
    }

    private static boolean isInForce(State actual) {
        return actual.inForce()
                .flatMap(exe -> actual.command().map(command -> starts(command, exe)))
                .orElse(false);
    }

    /** Where the account that this process runs as chooses the program; a page is of no use to another account. */
    @Override
    public Optional<WindowsPage> page(WindowsView windows) {
        State actual = read(windows);
        boolean person = !windows.machine().processUser().orElse(SYSTEM).equals(SYSTEM);
        boolean isToBeChosen = person && actual.registered().isPresent() && !isInForce(actual);
        return isToBeChosen && windows.machine().version() instanceof Reading.Present<Machine.Version> version
                ? Optional.of(DefaultAppsPage.of(
                        version.value(),
                        actual.registered().map(RegisteredProgram::registeredAs).orElse(Optional.empty())))
                : Optional.empty();
    }

    /** Whether the command line {@code command} starts {@code program}. */
    static boolean starts(String command, String program) {
        String line = command.strip();
        String exe = line.startsWith("\"") ? line.substring(1) : line;
        return !program.isEmpty()
                && exe.regionMatches(true, 0, program, 0, program.length())
                && (exe.length() == program.length() || "\" ".indexOf(exe.charAt(program.length())) >= 0);
    }

    private static Message is(State actual) {
        return actual.inForce().isPresent()
                ? Message.of(
                        "file-types.opened-by",
                        WindowsPath.name(actual.inForce().orElse("")))
                : Message.of("file-types.opened-by-none");
    }

    private List<Evidence> evidence(State actual) {
        List<Evidence> evidence = new ArrayList<>();
        actual.choices().values().forEach(choice -> {
            if (choice.progId() instanceof Reading.Present<String> present) {
                evidence.add(Evidence.override(
                        choice.key() + "!" + RegistryValue.shownName(choice.name()), present.value()));
            }
        });
        evidence.add(Evidence.effective(
                "AssocQueryString " + extension, actual.inForce().orElse("-")));
        return evidence;
    }
}
