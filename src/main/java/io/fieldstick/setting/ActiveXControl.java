package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
import io.fieldstick.setting.software.FileHashes;
import io.fieldstick.windows.Components;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.ProgramMachine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Signatures;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An ActiveX control of the house's pages is registered, from a file of the stick that is pinned by its hash.
 *
 * <p>It is copied below Program Files into a folder named by the hash, where only administrators can change it, and
 * registered for programs of its own bitness; a package (CAB) is taken apart there, see {@link InstallControl}. A kill bit (Microsoft KB 240797) is told and never cleared.
 *
 * @param label what the profile calls it
 * @param folder where the installers of the stick lie; empty where nothing is to be installed
 * @param file the control's path below that folder
 * @param sha256 the hash of the file in hexadecimal
 * @param signer whom its signature must name; empty where the hash is enough
 * @param clsid the class that pages ask for, {@code {...}}
 */
public record ActiveXControl(
        String label, Optional<String> folder, String file, String sha256, Optional<String> signer, String clsid)
        implements Setting<ActiveXControl.State> {
    private static final int KILL_BIT = 0x400;

    /** The upper four bits of the errors that Windows ends a crashed program with, as no HRESULT has them (MS-ERREF 2.3). */
    private static final int NTSTATUS_ERROR = 0xC;

    private static final int NTSTATUS_SHIFT = 28;
    private static final String COMPATIBILITY = "SOFTWARE\\Microsoft\\Internet Explorer\\ActiveX Compatibility\\";
    static final SettingKind KIND = new SettingKind(
            "activex",
            Shape.listOf(Shape.record(
                    Field.required("name", Shape.text().example("OA documents"), Message.of("activex.field.name")),
                    Field.required(
                            "file",
                            Shape.text()
                                    .matching(
                                            "[^\\\\/:][^:]*\\.([oO][cC][xX]|[dD][lL][lL]|[cC][aA][bB])",
                                            Message.of("activex.shape.file"))
                                    .example("oa\\control.ocx"),
                            Message.of("activex.field.file")),
                    Field.required(
                            "sha256",
                            Shape.text().matching("[0-9a-fA-F]{64}", Message.of("activex.shape.sha256")),
                            Message.of("activex.field.sha256")),
                    Field.optional("signer", Shape.text(), Message.of("activex.field.signer")),
                    Field.required(
                            "clsid",
                            Shape.text()
                                    .matching(
                                            "\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}",
                                            Message.of("activex.shape.clsid")),
                            Message.of("activex.field.clsid")))),
            Message.of("activex.section"),
            ActiveXControl::settings);

    /**
     * What was read.
     *
     * @param source the hash, the machine and the signature of the file on the stick
     * @param bits32 the file that the class is registered with for 32-bit programs, and its hash
     * @param bits64 the same for 64-bit programs
     * @param blocks what Internet Explorer's list of known controls says of the class, for programs of either bitness
     */
    public record State(Source source, Registered bits32, Registered bits64, List<Block> blocks) {}

    /**
     * What Internet Explorer's list of known controls says of a class.
     *
     * @param key where
     * @param flags its Compatibility Flags; absent where the list does not have the class
     * @param alternate the class that pages get instead, AlternateCLSID
     */
    public record Block(RegistryKey key, Reading<Integer> flags, Reading<String> alternate) {
        static Block at(RegistryKey key, WindowsView windows) {
            return new Block(
                    key,
                    windows.registry()
                            .value(key, "Compatibility Flags")
                            .map(value -> value.number().orElse(0)),
                    windows.registry().value(key, "AlternateCLSID").map(RegistryValue::text));
        }

        boolean kills() {
            return flags.map(set -> (set & KILL_BIT) != 0).orElse(false);
        }
    }

    /**
     * The file on the stick.
     *
     * @param target where it is copied to, or, for a package, the folder where its files go
     */
    public record Source(
            Reading<String> hash,
            Reading<ProgramMachine> machine,
            Reading<Signatures.Signature> signature,
            Reading<String> target) {}

    /**
     * The class for programs of one bitness.
     *
     * @param server the file that the registry names
     * @param hash that file's
     * @param pinned whether that is the file that the profile pins
     * @param refusal what Windows refuses to make an object of it with, see {@link Components}; absent where that is not asked
     */
    public record Registered(
            RegistryKey.View view,
            Reading<String> server,
            Reading<String> hash,
            boolean pinned,
            Reading<Optional<WindowsError>> refusal) {}

    private static List<Setting<?>> settings(Value section, Answers answers, List<Problem> problems) {
        List<Setting<?>> settings = new ArrayList<>();
        for (Value.RecordValue entry : section.asList().records()) {
            if (entry.text("file").contains("..")) {
                problems.add(Problem.of(
                        Message.of("activex.problem.outside", entry.text("file")),
                        entry.required("file").span()));
            }
            settings.add(new ActiveXControl(
                    entry.text("name"),
                    answers.installers(),
                    entry.text("file").replace('/', '\\'),
                    entry.text("sha256").toLowerCase(Locale.ROOT),
                    entry.optionalText("signer"),
                    entry.text("clsid").toUpperCase(Locale.ROOT)));
        }
        return settings;
    }

    @Override
    public String name() {
        return "activex/" + label;
    }

    @Override
    public Message title() {
        return Message.of("activex.title", label);
    }

    @Override
    public Message desired() {
        return Message.of("activex.is", clsid);
    }

    /** Whether the file is a package that the control is taken out of. */
    private boolean isPackage() {
        return file.toLowerCase(Locale.ROOT).endsWith(".cab");
    }

    private Optional<String> path() {
        return folder.map(root -> WindowsPath.child(root, file));
    }

    @Override
    public List<String> installers() {
        return List.of(file);
    }

    @Override
    public State read(WindowsView windows) {
        FileHashes hashes = new FileHashes(windows.files());
        List<Block> blocks = Stream.of(
                        RegistryKey.machine(COMPATIBILITY + clsid), RegistryKey.machine32(COMPATIBILITY + clsid))
                .map(key -> Block.at(key, windows))
                .toList();
        Source source = source(windows, hashes);
        return new State(
                source,
                registered(windows, RegistryKey.View.BITS_32, hashes, source),
                registered(windows, RegistryKey.View.BITS_64, hashes, source),
                blocks);
    }

    private Source source(WindowsView windows, FileHashes hashes) {
        Reading<ProgramMachine> machine =
                path().map(path -> ProgramMachine.of(windows.files(), path)).orElse(Reading.absent());
        boolean narrow = machine.orElse(ProgramMachine.OTHER) == ProgramMachine.X86;
        Reading<String> target = ControlFolder.of(windows, narrow, sha256)
                .map(own -> isPackage() ? own : WindowsPath.child(own, WindowsPath.name(file)));
        if (path().isEmpty()) {
            return new Source(Reading.absent(), machine, Reading.absent(), target);
        }
        String path = path().get();
        return new Source(hashes.of(path), machine, windows.signatures().of(path), target);
    }

    private Registered registered(WindowsView windows, RegistryKey.View view, FileHashes hashes, Source source) {
        Reading<String> server = RegisterServer.serverOf(windows, view, clsid);
        Reading<String> hash = server.flatMap(hashes::of);
        boolean pinned = isPinned(server, hash, source);
        // Its code is run with all rights: not from where somebody else may have written to since it was hashed.
        boolean askable = pinned && ControlFolder.holds(windows, server.orElse(""));
        return new Registered(
                view,
                server,
                hash,
                pinned,
                askable ? windows.components().refusalToCreate(clsid, view) : Reading.absent());
    }

    /** The pinned file itself, wherever it is; or a file out of the pinned package: its folder is named by the hash. */
    private boolean isPinned(Reading<String> server, Reading<String> hash, Source source) {
        return isPackage()
                ? hash.isPresent()
                        && server.flatMap(file -> source.target().map(folder -> RemoveControl.isIn(folder, file)))
                                .orElse(false)
                : hash.map(sha256::equalsIgnoreCase).orElse(false);
    }

    @Override
    public Judgement judge(State actual) {
        List<Evidence> evidence = evidence(actual);
        String kills = actual.blocks().stream()
                .filter(Block::kills)
                .map(block -> block.key().toString())
                .collect(Collectors.joining(", "));
        if (!kills.isEmpty()) {
            Message killed = Message.of("activex.killed", kills);
            return Judgement.of(Message.of("activex.is-killed"), evidence, new Verdict.ByHand(killed));
        }
        List<Registered> pinned = Stream.of(actual.bits64(), actual.bits32())
                .filter(Registered::pinned)
                .toList();
        // With which file programs of the other bitness get it is no matter once it is the pinned one for some.
        Stream<Registered> undecided = pinned.isEmpty() ? Stream.of(actual.bits64(), actual.bits32()) : Stream.empty();
        Optional<Reading<?>> unread = Stream.concat(
                        undecided.flatMap(registered -> Stream.of(registered.server(), registered.hash())),
                        actual.blocks().stream().map(Block::flags))
                .<Reading<?>>map(reading -> reading)
                .filter(Reading::isUnreadable)
                .findFirst();
        if (unread.isPresent()) {
            return Judgements.with(Judgements.unknown(unread.get()), evidence);
        }
        return pinned.isEmpty()
                ? Judgement.of(Message.of("activex.is-not"), evidence, missing(actual))
                : Judgement.of(words(pinned), evidence, inUse(pinned));
    }

    /** What is known of a control that is registered as it should be. */
    private Message words(List<Registered> pinned) {
        for (Registered registered : pinned) {
            if (registered.refusal() instanceof Reading.Unreadable<?> unasked) {
                WindowsError why = unasked.why();
                return Message.of("activex.is-unasked", clsid, why.tried(), why.said());
            }
        }
        boolean untried =
                pinned.stream().anyMatch(registered -> registered.refusal().isAbsent());
        return untried ? Message.of("activex.is-untried", clsid) : desired();
    }

    private static Verdict inUse(List<Registered> pinned) {
        return pinned.stream()
                .flatMap(registered -> registered.refusal().orElse(Optional.empty()).stream())
                .findFirst()
                .<Verdict>map(refused -> new Verdict.ByHand(notCreated(refused)))
                .orElseGet(Verdict.AsDesired::new);
    }

    private static Message notCreated(WindowsError refused) {
        if (refused.code() == WindowsError.TIMEOUT) {
            return Message.of("activex.no-answer");
        }
        boolean crashed = refused.code() >>> NTSTATUS_SHIFT == NTSTATUS_ERROR;
        return Message.of(crashed ? "activex.crashed" : "activex.not-created", refused.said());
    }

    private Verdict missing(State actual) {
        Source source = actual.source();
        RegistryKey.View view = source.machine().orElse(ProgramMachine.OTHER) == ProgramMachine.X86
                ? RegistryKey.View.BITS_32
                : RegistryKey.View.BITS_64;
        Optional<String> other = otherFile(actual, view);
        if (other.isPresent()) {
            return new Verdict.ByHand(Message.of("activex.other-file", other.get()));
        }
        Optional<Message> fault = fault(source);
        if (fault.isPresent()) {
            return new Verdict.ByHand(fault.get());
        }
        if (!(source.target() instanceof Reading.Present<String> target)) {
            WindowsError why = source.target() instanceof Reading.Unreadable<String> refused
                    ? refused.why()
                    : new WindowsError(title(), WindowsError.PATH_NOT_FOUND, "");
            return new Verdict.Unknown(why);
        }
        if (isPackage()) {
            return new Verdict.Differs(List.of(new InstallControl(path().orElse(""), sha256, target.value(), clsid)));
        }
        return new Verdict.Differs(List.of(
                new CopyFile(path().orElse(""), target.value(), sha256),
                new RegisterServer(target.value(), view, clsid, true)));
    }

    /** The file that the class is registered with; for which programs a package is made is not known before it is opened. */
    private Optional<String> otherFile(State actual, RegistryKey.View view) {
        return Stream.of(actual.bits64(), actual.bits32())
                .filter(there -> isPackage() || there.view() == view)
                .flatMap(there -> there.server() instanceof Reading.Present<String> other
                        ? Stream.of(other.value())
                        : Stream.empty())
                .findFirst();
    }

    /** What is wrong with the file on the stick; empty where it is the one that was pinned and may be registered. */
    private Optional<Message> fault(Source source) {
        String path = path().orElse(file);
        if (!source.hash().isPresent()) {
            return Optional.of(Message.of("activex.no-file", path));
        }
        if (!source.hash().map(sha256::equalsIgnoreCase).orElse(false)) {
            return Optional.of(Message.of("activex.altered", path, source.hash().orElse("")));
        }
        if (!isPackage() && source.machine().orElse(ProgramMachine.OTHER) == ProgramMachine.OTHER) {
            return Optional.of(Message.of("activex.no-program", path));
        }
        if (source.signature().map(Signatures.Signature::isBroken).orElse(false)) {
            return Optional.of(Message.of("activex.signature-broken", path));
        }
        String signed = source.signature().map(Signatures.Signature::signer).orElse("-");
        return signer.filter(wanted -> !wanted.equalsIgnoreCase(signed))
                .map(wanted -> Message.of("activex.other-signer", path, signed, wanted));
    }

    private static List<Evidence> evidence(State actual) {
        List<Evidence> evidence = new ArrayList<>();
        for (Registered registered : List.of(actual.bits64(), actual.bits32())) {
            String bitness = registered.view() == RegistryKey.View.BITS_32 ? " (32-bit)" : "";
            evidence.add(new Evidence(
                    "CLSID InprocServer32" + bitness,
                    registered.server().orElse(registered.server().isAbsent() ? "-" : "?")));
            if (!registered.refusal().isAbsent()) {
                evidence.add(Evidence.effective("CoCreateInstance" + bitness, answer(registered.refusal())));
            }
        }
        for (Block block : actual.blocks()) {
            if (block.kills() || block.flags().isUnreadable()) {
                String flags =
                        block.flags().map(set -> String.format("0x%X", set)).orElse("?");
                evidence.add(Evidence.override(block.key() + "!Compatibility Flags", flags));
            }
            if (!block.alternate().isAbsent()) {
                evidence.add(Evidence.override(
                        block.key() + "!AlternateCLSID", block.alternate().orElse("?")));
            }
        }
        return evidence;
    }

    private static String answer(Reading<Optional<WindowsError>> refusal) {
        return refusal.map(refused -> refused.map(WindowsError::said).orElse("S_OK"))
                .orElse("?");
    }
}
