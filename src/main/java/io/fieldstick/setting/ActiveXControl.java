package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
import io.fieldstick.setting.software.FileHashes;
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
 * An ActiveX control of the house's pages is registered: from a file of the stick that is pinned by its hash, or by the
 * program that brings it, which is a matter of the section {@code software}.
 *
 * <p>A pinned file is copied below Program Files into a folder named by the hash, where only administrators can change it, and
 * registered for programs of its own bitness; a package (CAB) is taken apart there, see {@link InstallControl}. A kill bit (Microsoft KB 240797) is told and never cleared.
 *
 * @param label what the profile calls it
 * @param pin the file that it is registered from; empty where a program brings it
 * @param clsid the class that pages ask for, {@code {...}}
 */
public record ActiveXControl(String label, Optional<Pin> pin, String clsid) implements Setting<ActiveXControl.State> {
    private static final int KILL_BIT = 0x400;
    private static final String COMPATIBILITY = "SOFTWARE\\Microsoft\\Internet Explorer\\ActiveX Compatibility\\";
    static final SettingKind KIND = new SettingKind(
            "activex",
            Shape.listOf(Shape.record(
                    Field.required("name", Shape.text().example("OA documents"), Message.of("activex.field.name")),
                    Field.optional(
                            "file",
                            Shape.text()
                                    .matching(
                                            "[^\\\\/:][^:]*\\.([oO][cC][xX]|[dD][lL][lL]|[cC][aA][bB])",
                                            Message.of("activex.shape.file"))
                                    .example("oa\\control.ocx"),
                            Message.of("activex.field.file")),
                    Field.optional(
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
     * A file of the stick.
     *
     * @param folder where the installers of the stick lie; empty where nothing is to be installed
     * @param file its path below that folder
     * @param sha256 its hash in hexadecimal
     * @param signer whom its signature must name; empty where the hash is enough
     */
    public record Pin(Optional<String> folder, String file, String sha256, Optional<String> signer) {
        /** Whether the file is a package that the control is taken out of. */
        boolean isPackage() {
            return file.toLowerCase(Locale.ROOT).endsWith(".cab");
        }

        Optional<String> path() {
            return folder.map(root -> WindowsPath.child(root, file));
        }
    }

    /**
     * What was read.
     *
     * @param source the pinned file on the stick; empty where none is pinned
     * @param bits32 the class for 32-bit programs
     * @param bits64 the class for 64-bit programs
     * @param blocks what Internet Explorer's list of known controls says of the class, for programs of either bitness
     */
    public record State(
            Optional<Source> source, RegisteredControl bits32, RegisteredControl bits64, List<Block> blocks) {
        Stream<RegisteredControl> both() {
            return Stream.of(bits64, bits32);
        }
    }

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
     * The pinned file as it is on the stick.
     *
     * @param target where it is copied to, or, for a package, the folder where its files go
     */
    public record Source(
            Reading<String> hash,
            Reading<ProgramMachine> machine,
            Reading<Signatures.Signature> signature,
            Reading<String> target) {
        static Source of(Pin pin, WindowsView windows, FileHashes hashes) {
            Reading<ProgramMachine> machine = pin.path()
                    .map(path -> ProgramMachine.of(windows.files(), path))
                    .orElse(Reading.absent());
            boolean narrow = machine.orElse(ProgramMachine.OTHER) == ProgramMachine.X86;
            Reading<String> target = ControlFolder.of(windows, narrow, pin.sha256())
                    .map(own -> pin.isPackage() ? own : WindowsPath.child(own, WindowsPath.name(pin.file())));
            return new Source(
                    pin.path().map(hashes::of).orElse(Reading.absent()),
                    machine,
                    pin.path().map(path -> windows.signatures().of(path)).orElse(Reading.absent()),
                    target);
        }

        /** What is wrong with the file; empty where it is the one that was pinned and may be registered. */
        Optional<Message> fault(Pin pin) {
            String path = pin.path().orElse(pin.file());
            if (!hash.isPresent()) {
                return Optional.of(Message.of("activex.no-file", path));
            }
            if (!hash.map(pin.sha256()::equalsIgnoreCase).orElse(false)) {
                return Optional.of(Message.of("activex.altered", path, hash.orElse("")));
            }
            if (!pin.isPackage() && machine.orElse(ProgramMachine.OTHER) == ProgramMachine.OTHER) {
                return Optional.of(Message.of("activex.no-program", path));
            }
            if (signature.map(Signatures.Signature::isBroken).orElse(false)) {
                return Optional.of(Message.of("activex.signature-broken", path));
            }
            String signed = signature.map(Signatures.Signature::signer).orElse("-");
            return pin.signer()
                    .filter(wanted -> !wanted.equalsIgnoreCase(signed))
                    .map(wanted -> Message.of("activex.other-signer", path, signed, wanted));
        }
    }

    private static List<Setting<?>> settings(Value section, Answers answers, List<Problem> problems) {
        List<Setting<?>> settings = new ArrayList<>();
        for (Value.RecordValue entry : section.asList().records()) {
            settings.add(new ActiveXControl(
                    entry.text("name"),
                    pin(entry, answers, problems),
                    entry.text("clsid").toUpperCase(Locale.ROOT)));
        }
        return settings;
    }

    private static Optional<Pin> pin(Value.RecordValue entry, Answers answers, List<Problem> problems) {
        Optional<String> file = entry.optionalText("file");
        Optional<String> sha256 = entry.optionalText("sha256");
        if (file.isEmpty() || sha256.isEmpty()) {
            if (file.isPresent()
                    || sha256.isPresent()
                    || entry.optionalText("signer").isPresent()) {
                problems.add(Problem.of(Message.of("activex.problem.half-pinned"), entry.span()));
            }
            return Optional.empty();
        }
        if (file.get().contains("..")) {
            problems.add(Problem.of(
                    Message.of("activex.problem.outside", file.get()),
                    entry.required("file").span()));
        }
        return Optional.of(new Pin(
                answers.installers(),
                file.get().replace('/', '\\'),
                sha256.get().toLowerCase(Locale.ROOT),
                entry.optionalText("signer")));
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
        return Message.of(pin.isPresent() ? "activex.is" : "activex.is-brought", clsid);
    }

    @Override
    public List<String> installers() {
        return pin.stream().map(Pin::file).toList();
    }

    @Override
    public State read(WindowsView windows) {
        FileHashes hashes = new FileHashes(windows.files());
        List<Block> blocks = Stream.of(
                        RegistryKey.machine(COMPATIBILITY + clsid), RegistryKey.machine32(COMPATIBILITY + clsid))
                .map(key -> Block.at(key, windows))
                .toList();
        Optional<Source> source = pin.map(pinned -> Source.of(pinned, windows, hashes));
        return new State(
                source,
                registered(windows, RegistryKey.View.BITS_32, hashes, source),
                registered(windows, RegistryKey.View.BITS_64, hashes, source),
                blocks);
    }

    private RegisteredControl registered(
            WindowsView windows, RegistryKey.View view, FileHashes hashes, Optional<Source> source) {
        Reading<String> server = RegisteredControl.fileOf(windows, view, clsid);
        Reading<Boolean> wanted = pin.isPresent()
                ? isPinned(pin.get(), server, server.flatMap(hashes::of), source.orElseThrow())
                : server.flatMap(windows.files()::entry).map(entry -> !entry.isDirectory());
        return RegisteredControl.of(windows, view, clsid, server, wanted);
    }

    /** The pinned file itself, wherever it is; or a file out of the pinned package: its folder is named by the hash. */
    private static Reading<Boolean> isPinned(Pin pin, Reading<String> server, Reading<String> hash, Source source) {
        return pin.isPackage()
                ? hash.flatMap(there -> server)
                        .flatMap(file -> source.target().map(folder -> RemoveControl.isIn(folder, file)))
                : hash.map(pin.sha256()::equalsIgnoreCase);
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
        List<RegisteredControl> wanted =
                actual.both().filter(RegisteredControl::isWanted).toList();
        // With which file programs of the other bitness get it is no matter once it is the right one for some.
        Stream<RegisteredControl> undecided = wanted.isEmpty() ? actual.both() : Stream.empty();
        Optional<Reading<?>> unread = Stream.concat(
                        undecided.flatMap(registered -> Stream.of(registered.server(), registered.wanted())),
                        actual.blocks().stream().map(Block::flags))
                .<Reading<?>>map(reading -> reading)
                .filter(Reading::isUnreadable)
                .findFirst();
        if (unread.isPresent()) {
            return Judgements.with(Judgements.unknown(unread.get()), evidence);
        }
        return wanted.isEmpty()
                ? Judgement.of(Message.of("activex.is-not"), evidence, missing(actual))
                : Judgement.of(words(wanted), evidence, inUse(wanted));
    }

    /** What is known of a control that is registered as it should be, with what nobody knows. */
    private Message words(List<RegisteredControl> wanted) {
        Stream<Message> doubts = wanted.stream()
                .flatMap(registered -> registered.doubt().stream())
                .limit(1);
        return Judgements.joined(Stream.concat(Stream.of(desired()), doubts).toList());
    }

    private static Verdict inUse(List<RegisteredControl> wanted) {
        return wanted.stream()
                .flatMap(registered -> registered.fault().stream())
                .findFirst()
                .<Verdict>map(Verdict.ByHand::new)
                .orElseGet(Verdict.AsDesired::new);
    }

    private Verdict missing(State actual) {
        return pin.map(pinned -> missing(pinned, actual)).orElseGet(() -> notBrought(actual));
    }

    private static Verdict notBrought(State actual) {
        return new Verdict.ByHand(actual.both()
                .flatMap(registered -> registered.server() instanceof Reading.Present<String> gone
                        ? Stream.of(Message.of("activex.file-gone", gone.value()))
                        : Stream.empty())
                .findFirst()
                .orElse(Message.of("activex.not-brought")));
    }

    private Verdict missing(Pin pinned, State actual) {
        Source source = actual.source().orElseThrow();
        RegistryKey.View view = source.machine().orElse(ProgramMachine.OTHER) == ProgramMachine.X86
                ? RegistryKey.View.BITS_32
                : RegistryKey.View.BITS_64;
        Optional<String> other = otherFile(pinned, actual, view);
        if (other.isPresent()) {
            return new Verdict.ByHand(Message.of("activex.other-file", other.get()));
        }
        Optional<Message> fault = source.fault(pinned);
        if (fault.isPresent()) {
            return new Verdict.ByHand(fault.get());
        }
        if (!(source.target() instanceof Reading.Present<String> target)) {
            WindowsError why = source.target() instanceof Reading.Unreadable<String> refused
                    ? refused.why()
                    : new WindowsError(title(), WindowsError.PATH_NOT_FOUND, "");
            return new Verdict.Unknown(why);
        }
        String path = pinned.path().orElse("");
        return new Verdict.Differs(
                pinned.isPackage()
                        ? List.of(new InstallControl(path, pinned.sha256(), target.value(), clsid))
                        : List.of(
                                new CopyFile(path, target.value(), pinned.sha256()),
                                new RegisterServer(target.value(), view, clsid, true)));
    }

    /** The file that the class is registered with; for which programs a package is made is not known before it is opened. */
    private static Optional<String> otherFile(Pin pinned, State actual, RegistryKey.View view) {
        return actual.both()
                .filter(there -> pinned.isPackage() || there.view() == view)
                .flatMap(there -> there.server() instanceof Reading.Present<String> other
                        ? Stream.of(other.value())
                        : Stream.empty())
                .findFirst();
    }

    private static List<Evidence> evidence(State actual) {
        List<Evidence> evidence = new ArrayList<>();
        actual.both().forEach(registered -> evidence.addAll(registered.evidence()));
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
}
