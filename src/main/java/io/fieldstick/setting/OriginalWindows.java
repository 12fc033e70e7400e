package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.DisplayText;
import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Windows bears no trace of a disk image of unknown origin, as Ghost and Sysprep leave them behind.
 *
 * <p>No trace is no proof of an original medium; but where there is one, somebody must say whose image that was.
 */
record OriginalWindows() implements Setting<OriginalWindows.State> {
    /** MS docs: "Windows Setup states". */
    private static final RegistryKey SETUP_STATE =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\State");

    private static final String IMAGE_STATE = "ImageState";
    private static final String COMPLETE = "IMAGE_STATE_COMPLETE";

    /** What Sysprep writes when it seals an image (MS KB 180962); Microsoft's own images are sealed by it too. */
    private static final RegistryKey SETUP = RegistryKey.machine("SYSTEM\\Setup");

    private static final String CLONE_TAG = "CloneTag";

    /** Where the answer file and the program of Sysprep lay up to Windows XP (MS KB 302577). */
    private static final String SYSPREP_FOLDER = "%SystemDrive%\\Sysprep";

    /** What Windows shows as its owner and support: makers of images put their names there (MS docs: OEMInformation). */
    private static final List<Place> NAMES = List.of(
            new Place("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\OEMInformation", "Manufacturer"),
            new Place("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\OEMInformation", "Model"),
            new Place("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\OEMInformation", "SupportURL"),
            new Place("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "RegisteredOwner"),
            new Place("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "RegisteredOrganization"));

    /** Makers of Windows images that are passed around in China, as they write themselves. */
    private static final List<String> MAKERS = List.of(
            "ghost", "雨林木风", "ylmf", "深度技术", "番茄花园", "系统之家", "xitongzhijia", "萝卜家园", "大白菜", "老毛桃", "小白系统", "电脑公司特别版");

    private record Place(String path, String value) {}

    /**
     * One trace.
     *
     * @param what in a few words
     */
    record Sign(Message what, Evidence evidence) {}

    /**
     * What was read.
     *
     * @param tag what Sysprep has written; no sign, since every sealed image has it
     */
    record State(List<Sign> signs, Optional<Evidence> tag, List<WindowsError> refused) {
        State {
            signs = List.copyOf(signs);
            refused = List.copyOf(refused);
        }
    }

    @Override
    public String name() {
        return WindowsItself.SECTION + "/origin";
    }

    @Override
    public Message title() {
        return Message.of("system.origin");
    }

    @Override
    public Message desired() {
        return Message.of("system.origin.no-trace");
    }

    @Override
    public State read(WindowsView windows) {
        RegistryView registry = windows.registry();
        List<Sign> signs = new ArrayList<>();
        List<WindowsError> refused = new ArrayList<>();
        text(registry, SETUP_STATE, IMAGE_STATE, refused)
                .filter(state -> !state.value().equalsIgnoreCase(COMPLETE))
                .ifPresent(state -> signs.add(new Sign(Message.of("system.origin.unfinished", state.value()), state)));
        for (Place place : NAMES) {
            text(registry, RegistryKey.machine(place.path()), place.value(), refused)
                    .filter(name -> isOfAMaker(name.value()))
                    .ifPresent(name -> signs.add(new Sign(Message.of("system.origin.maker", name.value()), name)));
        }
        sysprepFolder(windows, refused).ifPresent(signs::add);
        return new State(signs, text(registry, SETUP, CLONE_TAG, refused), refused);
    }

    private static Optional<Evidence> text(
            RegistryView registry, RegistryKey key, String name, List<WindowsError> refused) {
        Reading<RegistryValue> value = registry.value(key, name);
        if (value instanceof Reading.Unreadable<RegistryValue> unreadable) {
            refused.add(unreadable.why());
        }
        return value.map(found -> DisplayText.clean(String.join(" ", found.texts())))
                .map(text -> Optional.of(new Evidence(key + "!" + name, text).since(registry.lastWritten(key))))
                .orElse(Optional.empty())
                .filter(seen -> !seen.value().isEmpty());
    }

    private static boolean isOfAMaker(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return MAKERS.stream().anyMatch(lower::contains);
    }

    private static Optional<Sign> sysprepFolder(WindowsView windows, List<WindowsError> refused) {
        Reading<String> path =
                EnvironmentVariables.ofMachine(windows.registry()).path(SYSPREP_FOLDER);
        Reading<FileEntry> folder = path.flatMap(windows.files()::entry);
        if (folder instanceof Reading.Unreadable<FileEntry> unreadable) {
            refused.add(unreadable.why());
        }
        return folder.map(FileEntry::isDirectory).orElse(false)
                ? Optional.of(new Sign(
                        Message.of("system.origin.sysprep"), new Evidence(path.orElse(SYSPREP_FOLDER), "exists")))
                : Optional.empty();
    }

    @Override
    public Judgement judge(State actual) {
        List<Evidence> evidence = new ArrayList<>();
        actual.signs().forEach(sign -> evidence.add(sign.evidence()));
        actual.tag().ifPresent(evidence::add);
        if (!actual.signs().isEmpty()) {
            Message all =
                    Judgements.joined(actual.signs().stream().map(Sign::what).toList());
            Verdict ask = new Verdict.ByHand(Message.of("system.origin.ask"));
            return new Judgement(Message.of("system.origin.traces", all), evidence, ask, actual.refused());
        }
        if (!actual.refused().isEmpty()) {
            List<WindowsError> more =
                    actual.refused().subList(1, actual.refused().size());
            Verdict unknown = new Verdict.Unknown(actual.refused().get(0));
            return new Judgement(Message.of("setting.unknown"), evidence, unknown, more);
        }
        return Judgement.of(desired(), evidence, new Verdict.AsDesired());
    }
}
