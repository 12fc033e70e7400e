package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Shape;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * AutoPlay and AutoRun are off: for the whole machine by policy, and each loaded user's own switch shows "off" too.
 *
 * <p>Sources: MS docs shell/autoplay-reg and policy-csp-autoplay; a machine value makes Windows ignore the user's.
 */
public record AutoPlay() implements Setting<AutoPlay.State> {
    public static final SettingKind KIND = new SettingKind(
            "auto-play",
            Shape.choice("disabled"),
            Message.of("auto-play.section"),
            (section, answers, problems) -> List.of(new AutoPlay()));

    private static final RegistryKey POLICIES =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer");
    /** One bit for each GetDriveType answer: all of them. */
    private static final int EVERY_DRIVE_TYPE = 0xFF;
    /** Never run what an Autorun.inf asks for (STIG WN10-CC-000185). */
    private static final int NEVER_RUN = 1;

    /** Of cameras and phones, which are no drives ("Disallow Autoplay for non-volume devices", policy-csp-autoplay). */
    private static final RegistryKey NOT_OF_VOLUMES =
            RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Windows\\Explorer");

    private static final String AUTORUN_INF_PATH =
            "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\IniFileMapping\\Autorun.inf";
    /** Sends every reading of an Autorun.inf to a registry key that does not exist. */
    private static final String NOWHERE = "@SYS:DoesNotExist";

    private static final String USER_SWITCH =
            "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\AutoplayHandlers";

    /** The loaded users, and the values of the machine and of each of them. */
    public record State(Reading<List<String>> users, RegistryState values) {}

    @Override
    public String name() {
        return "auto-play";
    }

    @Override
    public Message title() {
        return Message.of("auto-play.title");
    }

    @Override
    public Message desired() {
        return Message.of("auto-play.off");
    }

    @Override
    public State read(WindowsView windows) {
        Reading<List<String>> users = windows.registry().everyUser();
        List<Change> desired = new ArrayList<>(machineValues());
        users.orElse(List.of()).forEach(sid -> desired.add(userSwitch(sid)));
        return new State(users, RegistryState.read(windows, desired));
    }

    private static List<Change> machineValues() {
        return List.of(
                policy(POLICIES, "NoDriveTypeAutoRun", EVERY_DRIVE_TYPE),
                policy(POLICIES, "NoAutorun", NEVER_RUN),
                policy(NOT_OF_VOLUMES, "NoAutoplayfornonVolume", 1),
                new SetRegistryValue(RegistryKey.machine(AUTORUN_INF_PATH), "", RegistryValue.sz(NOWHERE)),
                new SetRegistryValue(RegistryKey.machine32(AUTORUN_INF_PATH), "", RegistryValue.sz(NOWHERE)));
    }

    private static Change policy(RegistryKey key, String name, int number) {
        return new SetRegistryValue(
                key, name, RegistryValue.dword(number), ValueSameness.NUMBER, InForce.NOW, Set.of(Announcement.POLICY));
    }

    private static Change userSwitch(String sid) {
        return new SetRegistryValue(RegistryKey.user(sid, USER_SWITCH), "DisableAutoplay", RegistryValue.dword(1));
    }

    @Override
    public Judgement judge(State actual) {
        return Judgements.ofRegistry(
                actual.users(),
                actual.values(),
                Message.of("auto-play.off"),
                Message.of("auto-play.not-off"),
                List.of());
    }
}
