package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.YamlText;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.InstalledPrograms;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.PowerTimeout;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.TimeZone;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sections of a learned profile, in the order in which they stand in it. */
final class LearnedSections {
    /** {@code BCIA-IT-zhangsm}: a house, a department, a user. */
    private static final Pattern HOST_NAME = Pattern.compile("([A-Za-z0-9]+)-[A-Za-z0-9]+-[A-Za-z0-9]+");

    /** The one value by which a house decides how its computers are used and that is no security option of a profile. */
    private static final String USER_ACCOUNT_CONTROL = "EnableLUA";

    private static final RegistryValue ON = RegistryValue.dword(1);
    private static final String SYSTEM = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System";

    private final ProfileDraft draft;
    private final WindowsView windows;
    private final String computer;

    LearnedSections(ProfileDraft draft) {
        this.draft = draft;
        this.windows = draft.windows();
        this.computer = draft.read(ComputerName.of(windows).active()).orElse("");
    }

    /** Writes the profile {@code name}. */
    void write(String name) {
        draft.line("# yaml-language-server: $schema=profile.schema.json");
        draft.comment(Message.of("learn.head", YamlText.quoted(computer)));
        draft.line("");
        draft.line("name: " + YamlText.quoted(LearnedProgram.spoken(name)));
        autoPlay();
        hostName();
        LearnedNetwork.write(draft);
        registry();
        LearnedServices.write(draft);
        timeZone();
        timeServer();
        power();
        LearnedSecurity.write(draft);
        software();
        LearnedFileTypes.write(draft);
        windowsItself();
        draft.endSection();
    }

    private void autoPlay() {
        draft.section(Message.of("learn.auto-play"));
        if (draft.passes(new AutoPlay())) {
            draft.line("auto-play: disabled");
        } else {
            draft.nothing(Message.of("learn.auto-play.on"));
        }
    }

    private void hostName() {
        draft.section(Message.of("learn.host-name"));
        Matcher name = HOST_NAME.matcher(computer);
        String pattern = name.matches() ? name.group(1) + "-{dept}-{user}" : "";
        if (name.matches() && draft.passes(new HostName(pattern, Optional.empty(), List.of()))) {
            draft.line("host-name:");
            draft.line("  pattern: " + YamlText.quoted(pattern));
        } else {
            draft.nothing(Message.of("learn.host-name.other", YamlText.quoted(computer)));
        }
    }

    /** That it is off is no rule for other computers. */
    private void registry() {
        draft.section(Message.of("learn.registry"));
        Optional<RegistryValue> value =
                draft.read(draft.registry().value(RegistryKey.machine(SYSTEM), USER_ACCOUNT_CONTROL));
        if (value.filter(ON::equals).isEmpty()) {
            boolean off = value.filter(RegistryValue.dword(0)::equals).isPresent();
            draft.nothing(Message.of(off ? "learn.registry.off" : "learn.registry.none"));
            return;
        }
        draft.line("registry:");
        draft.line("  - name: " + USER_ACCOUNT_CONTROL);
        draft.line("    key: " + YamlText.quoted("HKLM\\" + SYSTEM));
        draft.line("    value-name: " + USER_ACCOUNT_CONTROL);
        draft.line("    type: number");
        draft.line("    value: 1");
        draft.line("    in-force: after-restart");
    }

    private void timeZone() {
        draft.section(Message.of("learn.time-zone"));
        String key = draft.read(windows.machine().timeZone()).map(TimeZone::key).orElse("");
        if (key.matches("[\\w .()+-]{1,127}") && draft.passes(new TimeZoneOfPlace(key))) {
            draft.line("time-zone: " + YamlText.quoted(key));
        } else {
            draft.nothing(Message.of("learn.not-told"));
        }
    }

    private void timeServer() {
        draft.section(Message.of("learn.time-server"));
        Optional<TimeServer> server = TimeServer.on(draft.registry()).filter(draft::passes);
        if (server.isPresent()) {
            draft.line("time-server: " + YamlText.quoted(server.get().servers()));
        } else {
            draft.nothing(Message.of("learn.time-server.none"));
        }
    }

    /** Only one of Windows's own plans: another has its GUID on this computer alone. */
    private void power() {
        draft.section(Message.of("learn.power"));
        String active = draft.read(windows.power().activePlan()).orElse("");
        Optional<String> name = PowerPlan.KNOWN.entrySet().stream()
                .filter(plan -> plan.getValue().equals(active) && draft.passes(new PowerPlan(active)))
                .map(Map.Entry::getKey)
                .findFirst();
        if (name.isEmpty()) {
            draft.nothing(Message.of("learn.not-told"));
            return;
        }
        draft.line("power:");
        draft.line("  plan: " + name.get());
        for (PowerTimeout timeout : PowerTimeout.values()) {
            RestTimes.on(windows.power(), active, timeout)
                    .filter(draft::passes)
                    .ifPresent(times -> draft.line("  " + times.written()));
        }
    }

    private void software() {
        InstalledPrograms installed = InstalledPrograms.in(windows.registry());
        List<InstalledProgram> listed = installed.programs().stream()
                .filter(program -> program.listing() == InstalledProgram.Listing.PROGRAM)
                .toList();
        List<LearnedProgram> programs = LearnedProgram.all(listed);
        draft.section(Message.of("learn.software", programs.size(), listed.size()));
        installed.refused().forEach(draft::refused);
        if (!programs.isEmpty()) {
            draft.line("software:");
            draft.line("  required:");
            programs.forEach(program -> program.lines().forEach(draft::line));
        }
    }

    /** What holds of Windows itself here; edition and build of another computer are told, and do not fail it. */
    private void windowsItself() {
        draft.section(Message.of("learn.windows"));
        List<String> lines = new ArrayList<>();
        Optional<String> edition =
                draft.read(WindowsEdition.of(windows)).filter(known -> known.matches("[A-Za-z0-9]{1,50}"));
        edition.ifPresent(known -> lines.add("  edition: [" + YamlText.quoted(known) + "]"));
        Optional<Machine.Version> version = draft.read(windows.machine().version());
        version.ifPresent(known -> lines.add("  build-at-least: " + known.build()));
        learn(new OriginalWindows(), "  origin: no-foreign-image", lines);
        learn(new WindowsActivated(), "  activated: true", lines);
        learn(new CurrentAntivirus(), "  antivirus: current", lines);
        learn(new CompleteDrivers(), "  drivers: complete", lines);
        learn(new NoPendingRestart(), "  pending-restart: none", lines);
        if (!lines.isEmpty()) {
            draft.line("windows:");
            lines.forEach(draft::line);
        }
        if (edition.isPresent() || version.isPresent()) {
            draft.section(Message.of("learn.severities"));
            draft.line("severities:");
            edition.ifPresent(known -> draft.line("  windows/edition: info"));
            version.ifPresent(known -> draft.line("  windows/build-at-least: info"));
        }
    }

    private void learn(Setting<?> setting, String written, List<String> lines) {
        if (draft.passes(setting)) {
            lines.add(written);
        }
    }
}
