package io.fieldstick.userdata;

import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.UserProfile;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the drive of Windows, and of profiles on another, beside user data: which folders are Windows's,
 * which come back with a setup, and which nobody misses. Whatever no rule knows is unexplained.
 *
 * <p>Sources, where a line names none: MS docs "Known folders", "Windows Setup: installation folders", "Installation
 * directories" and the folders of a fresh Windows 7, 10 and 11.
 */
final class FateRules {
    /** Folders of waste, and what an upgrade leaves; user folders in them are user data. */
    private static final List<String> LEFT_IN_ROOT =
            List.of("$Recycle.Bin", "RECYCLER", "Windows.old*", "OneDriveTemp");

    /** Where programs are, also when the registry does not say so. */
    private static final List<String> PROGRAM_FOLDERS =
            List.of("Program Files", "Program Files (x86)", "Program Files (Arm)");

    /** What Windows and its components bring along in Program Files. */
    private static final List<String> REINSTALLABLE_PROGRAMS = List.of(
            "Common Files",
            "Windows*",
            "Internet Explorer",
            "Microsoft*",
            "ModifiableWindowsApps",
            "MSBuild",
            "Reference Assemblies",
            "Uninstall Information",
            "desktop.ini",
            "dotnet",
            "PackageManagement",
            "Hyper-V",
            "NetMeeting",
            "Outlook Express",
            "Movie Maker",
            "Online Services");

    private static final List<String> REINSTALLABLE_PROGRAM_DATA = List.of("Package Cache", "Packages", "chocolatey");

    private static final List<String> SYSTEM_PROGRAM_DATA = List.of(
            "Microsoft",
            "Microsoft OneDrive",
            "USOShared",
            "USOPrivate",
            "regid.*",
            "SoftwareDistribution",
            "WindowsHolographicDevices",
            "ssh",
            "ntuser.pol",
            "desktop.ini",
            "Mozilla*");

    /** What Windows keeps in a user's profile. */
    private static final List<String> SYSTEM_IN_PROFILE = List.of(
            "NTUSER.*",
            "ntuser.*",
            "AppData\\Local\\Microsoft\\Windows",
            "AppData\\Roaming\\Microsoft\\Windows",
            "AppData\\Roaming\\Microsoft\\Crypto",
            "AppData\\Roaming\\Microsoft\\Protect",
            "AppData\\Roaming\\Microsoft\\SystemCertificates",
            "AppData\\Roaming\\Microsoft\\Vault",
            "AppData\\Roaming\\Microsoft\\Credentials",
            "AppData\\Local\\Microsoft\\Credentials",
            "AppData\\Local\\Microsoft\\Vault",
            "AppData\\Local\\Microsoft\\WindowsApps",
            "AppData\\Local\\Microsoft\\input",
            "AppData\\Local\\Microsoft\\CLR_v*",
            "AppData\\Local\\Microsoft\\PlayReady",
            "AppData\\Local\\ConnectedDevicesPlatform",
            "AppData\\Local\\Comms",
            // The publisher of Windows's own parts (MS docs: "Provisioned and system apps").
            "AppData\\Local\\Packages\\*_cw5n1h2txyewy",
            "AppData\\Local\\Publishers");

    /** Caches and the like: what they hold is made anew. */
    private static final List<String> LEFT_IN_PROFILE = List.of(
            "AppData\\Local\\Temp",
            "AppData\\Local\\CrashDumps",
            "AppData\\Local\\D3DSCache",
            "AppData\\Local\\IconCache.db",
            // Of each app from the Store: its web cache, its settings and its copy of the registry.
            "AppData\\Local\\Packages\\*\\AC",
            "AppData\\Local\\Packages\\*\\Settings",
            "AppData\\Local\\Packages\\*\\SystemAppData",
            "AppData\\Local\\Google",
            "AppData\\Local\\Microsoft\\Edge",
            "AppData\\Local\\Microsoft\\Internet Explorer",
            "AppData\\Local\\Microsoft\\Feeds*",
            "AppData\\Local\\Microsoft\\Office",
            "AppData\\Local\\Microsoft\\Media Player",
            "AppData\\Local\\Microsoft\\TokenBroker",
            "AppData\\Local\\Mozilla",
            "AppData\\Roaming\\Mozilla",
            "AppData\\Roaming\\Microsoft\\Internet Explorer",
            "AppData\\LocalLow\\Microsoft",
            "MicrosoftEdgeBackups",
            "IntelGraphicsProfiles");

    private static final List<String> REINSTALLABLE_IN_PROFILE = List.of(
            "AppData\\Local\\Programs", "AppData\\Local\\Microsoft\\OneDrive", "AppData\\Local\\Microsoft\\Teams");

    /** What is told of one by one where no other rule knows it. */
    private static final List<String> TOLD_APART_IN_PROFILE = List.of(
            "*",
            "AppData\\*",
            "AppData\\Roaming\\*",
            "AppData\\Roaming\\Microsoft\\*",
            "AppData\\Local\\*",
            "AppData\\Local\\Microsoft\\*",
            "AppData\\Local\\Packages\\*",
            "AppData\\LocalLow\\*");

    private final String drive;
    private final List<Rule> rules = new ArrayList<>();

    /** What lies at {@code path}, or each thing that fits it, has this fate. */
    record Rule(Fate fate, String path, boolean each) {}

    private FateRules(String drive) {
        this.drive = drive;
    }

    /** The rules for the drive of Windows and for every profile; of two that fit the same name the later decides. */
    static List<Rule> of(MachineHome machine) {
        FateRules rules = new FateRules(machine.drives().get(0));
        rules.root(machine);
        rules.programs(machine);
        rules.programData(machine.environment());
        rules.profiles(machine);
        return rules.rules;
    }

    private void root(MachineHome machine) {
        add(Fate.UNEXPLAINED, drive, false);
        DriveRoots.ofWindowsIn(drive, machine).forEach(name -> add(Fate.SYSTEM, drive + name, false));
        LEFT_IN_ROOT.forEach(name -> add(Fate.LEFT, drive + name, false));
        List.of("MSOCache", "ESD").forEach(name -> add(Fate.REINSTALLABLE, drive + name, false));
    }

    private void programs(MachineHome machine) {
        Set<String> folders = new LinkedHashSet<>();
        PROGRAM_FOLDERS.forEach(name -> folders.add(drive + name));
        for (String variable : List.of("%ProgramFiles%", "%ProgramFiles(x86)%")) {
            machine.environment().path(variable).map(folders::add);
        }
        for (String folder : folders) {
            add(Fate.UNEXPLAINED, folder, false);
            add(Fate.UNEXPLAINED, folder + "\\*", true);
            REINSTALLABLE_PROGRAMS.forEach(name -> add(Fate.REINSTALLABLE, folder + "\\" + name, false));
        }
        ProgramFolders.of(machine).forEach(folder -> add(Fate.REINSTALLABLE, folder, false));
    }

    private void programData(EnvironmentVariables environment) {
        String folder = environment.path("%ProgramData%").orElse(drive + "ProgramData");
        add(Fate.UNEXPLAINED, folder, false);
        add(Fate.UNEXPLAINED, folder + "\\*", true);
        SYSTEM_PROGRAM_DATA.forEach(name -> add(Fate.SYSTEM, folder + "\\" + name, false));
        REINSTALLABLE_PROGRAM_DATA.forEach(name -> add(Fate.REINSTALLABLE, folder + "\\" + name, false));
    }

    private void profiles(MachineHome machine) {
        add(Fate.UNEXPLAINED, machine.profilesFolder(), false);
        add(Fate.SYSTEM, machine.profilesFolder() + "\\Default*", false);
        for (UserProfile user : machine.users()) {
            if (user.path() instanceof Reading.Present<String> path) {
                String home = path.value();
                TOLD_APART_IN_PROFILE.forEach(below -> addIn(home, Fate.UNEXPLAINED, below, true));
                LEFT_IN_PROFILE.forEach(below -> addIn(home, Fate.LEFT, below, false));
                REINSTALLABLE_IN_PROFILE.forEach(below -> addIn(home, Fate.REINSTALLABLE, below, false));
                SYSTEM_IN_PROFILE.forEach(below -> addIn(home, Fate.SYSTEM, below, false));
            }
        }
    }

    /** A profile is somebody's on whichever drive it lies. */
    private void addIn(String home, Fate fate, String path, boolean each) {
        rules.add(new Rule(fate, WindowsPath.normal(home + "\\" + path), each));
    }

    private void add(Fate fate, String path, boolean each) {
        if (WindowsPath.isAtOrBelow(path, drive)) {
            rules.add(new Rule(fate, WindowsPath.normal(path), each));
        }
    }

    /** The rule's place: everything at it that no kind of data claims. */
    static Place place(Rule rule) {
        Place place = Place.of(UserDataItem.kebab(rule.fate().name()), Optional.empty(), rule.path(), Origin.FOUND);
        return rule.each() ? place.eachExcept(Set.of()) : place;
    }
}
