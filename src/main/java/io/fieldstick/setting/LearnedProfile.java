package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.profile.YamlText;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.InstalledPrograms;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.TimeZone;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A profile written from a machine that is as it should be: it asks for what is found there, and {@code verify} passes
 * there.
 *
 * <p>Each section is judged on the machine before it is written; one that would not pass is left out, with a comment.
 */
public final class LearnedProfile {
    /** {@code BCIA-IT-zhangsm}: a house, a department, a user. */
    private static final Pattern HOST_NAME = Pattern.compile("([A-Za-z0-9]+)-[A-Za-z0-9]+-[A-Za-z0-9]+");

    private final WindowsView windows;
    private final Messages messages;
    private final StringBuilder yaml = new StringBuilder();

    private LearnedProfile(WindowsView windows, Messages messages) {
        this.windows = windows;
        this.messages = messages;
    }

    /** The text of the profile {@code name}, with comments in the language of {@code messages}. */
    public static String of(WindowsView windows, String name, Messages messages) {
        return new LearnedProfile(windows, messages).write(name);
    }

    private String write(String name) {
        line("# yaml-language-server: $schema=profile.schema.json");
        comment(Message.of("learn.head", YamlText.quoted(computer())));
        line("");
        line("name: " + YamlText.quoted(LearnedProgram.spoken(name)));
        autoPlay();
        hostName();
        proxy();
        trustedSites();
        registry();
        timeZone();
        powerPlan();
        software();
        windowsItself();
        return yaml.toString();
    }

    private String computer() {
        return ComputerName.of(windows).active().orElse("");
    }

    private void autoPlay() {
        section(Message.of("learn.auto-play"));
        if (passes(new AutoPlay())) {
            line("auto-play: disabled");
        } else {
            comment(Message.of("learn.auto-play.on"));
        }
    }

    private void hostName() {
        section(Message.of("learn.host-name"));
        Matcher name = HOST_NAME.matcher(computer());
        String pattern = name.matches() ? name.group(1) + "-{dept}-{user}" : "";
        if (name.matches() && passes(new HostName(pattern, Optional.empty(), List.of()))) {
            line("host-name:");
            line("  pattern: " + YamlText.quoted(pattern));
        } else {
            comment(Message.of("learn.host-name.other", YamlText.quoted(computer())));
        }
    }

    private void proxy() {
        section(Message.of("learn.proxy"));
        Optional<Proxy> proxy = Proxy.on(windows).filter(this::passes);
        if (proxy.isEmpty()) {
            comment(Message.of("learn.left-out"));
            return;
        }
        line("proxy:");
        line("  server: " + YamlText.quoted(proxy.get().route().server()));
        list("bypass", proxy.get().route().bypass());
    }

    private void trustedSites() {
        section(Message.of("learn.trusted-sites"));
        List<String> sites = TrustedSites.on(windows);
        List<TrustedSite> parsed =
                sites.stream().flatMap(site -> TrustedSite.parse(site).stream()).toList();
        if (sites.isEmpty() || !passes(new TrustedSites(parsed))) {
            comment(Message.of("learn.left-out"));
            return;
        }
        line("trusted-sites:");
        list("sites", sites);
    }

    private void list(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            line("  " + name + ":");
            texts.forEach(text -> line("    - " + YamlText.quoted(text)));
        }
    }

    private void software() {
        InstalledPrograms installed = InstalledPrograms.in(windows.registry());
        List<InstalledProgram> listed = installed.programs().stream()
                .filter(program -> program.listing() == InstalledProgram.Listing.PROGRAM)
                .toList();
        List<LearnedProgram> programs = LearnedProgram.all(listed);
        section(Message.of("learn.software", programs.size(), listed.size()));
        if (!installed.refused().isEmpty()) {
            comment(Message.of("learn.software.refused", installed.refused().size()));
        }
        if (!programs.isEmpty()) {
            line("software:");
            line("  required:");
            programs.forEach(program -> program.lines().forEach(this::line));
        }
    }

    private void registry() {
        List<LearnedRegistry> values = LearnedRegistry.on(windows).stream()
                .filter(value -> passes(value.setting()))
                .toList();
        section(Message.of("learn.registry"));
        if (values.isEmpty()) {
            comment(Message.of("learn.registry.none"));
            return;
        }
        line("registry:");
        values.forEach(value -> value.lines().forEach(this::line));
    }

    private void timeZone() {
        String key = windows.machine().timeZone().map(TimeZone::key).orElse("");
        section(Message.of("learn.time-zone"));
        if (key.matches("[\\w .()+-]{1,127}") && passes(new TimeZoneOfPlace(key))) {
            line("time-zone: " + YamlText.quoted(key));
        } else {
            comment(Message.of("learn.not-told"));
        }
    }

    /** Only one of Windows's own plans: another has its GUID on this computer alone. */
    private void powerPlan() {
        String active = windows.power().activePlan().orElse("");
        section(Message.of("learn.power"));
        Optional<String> name = PowerPlan.KNOWN.entrySet().stream()
                .filter(plan -> plan.getValue().equals(active) && passes(new PowerPlan(active)))
                .map(Map.Entry::getKey)
                .findFirst();
        if (name.isPresent()) {
            line("power:");
            line("  plan: " + name.get());
        } else {
            comment(Message.of("learn.not-told"));
        }
    }

    /** What holds of Windows itself here; edition and build of another computer are told, and do not fail it. */
    private void windowsItself() {
        List<String> lines = new ArrayList<>();
        String edition = WindowsEdition.of(windows).orElse("");
        boolean editionKnown = edition.matches("[A-Za-z0-9]{1,50}");
        if (editionKnown) {
            lines.add("  edition: [" + YamlText.quoted(edition) + "]");
        }
        Reading<Machine.Version> version = windows.machine().version();
        version.map(known -> lines.add("  build-at-least: " + known.build()));
        learn(new OriginalWindows(), "  origin: no-foreign-image", lines);
        learn(new WindowsActivated(), "  activated: true", lines);
        learn(new CurrentAntivirus(), "  antivirus: current", lines);
        learn(new CompleteDrivers(), "  drivers: complete", lines);
        learn(new NoPendingRestart(), "  pending-restart: none", lines);
        section(Message.of("learn.windows"));
        if (!lines.isEmpty()) {
            line("windows:");
            lines.forEach(this::line);
        }
        if (editionKnown || version.isPresent()) {
            section(Message.of("learn.severities"));
            line("severities:");
            if (editionKnown) {
                line("  windows/edition: info");
            }
            version.map(known -> yaml.append("  windows/build-at-least: info\n"));
        }
    }

    private void learn(Setting<?> setting, String written, List<String> lines) {
        if (passes(setting)) {
            lines.add(written);
        }
    }

    private boolean passes(Setting<?> setting) {
        Judgement judgement = setting.judgeOn(windows);
        return judgement.verdict() instanceof Verdict.AsDesired
                && judgement.unreadable().isEmpty();
    }

    private void section(Message what) {
        line("");
        comment(what);
    }

    private void comment(Message what) {
        messages.text(what).lines().forEach(text -> line("# " + text));
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }
}
