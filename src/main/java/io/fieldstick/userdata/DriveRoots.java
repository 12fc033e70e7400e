package io.fieldstick.userdata;

import io.fieldstick.windows.WindowsPath;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Folders and files directly in the root of a drive that Windows did not put there: most often somebody's data. */
final class DriveRoots implements UserDataKind {

    /** A link that Windows lays since Vista; where it is a folder, somebody's old profiles are in it. */
    private static final String OLD_PROFILES = "Documents and Settings";

    /**
     * What Windows itself keeps in the root of any drive, under names that nobody gives a folder of his own.
     *
     * <p>Sources: MS docs "Windows Setup: installation folders" ($WINDOWS.~BT, $Windows.~WS, $WinREAgent, $GetCurrent,
     * $SysReset), "Recycle Bin" ($Recycle.Bin, RECYCLER), "Boot files" (bootmgr, BOOTNXT, BOOTSECT.BAK, NTLDR,
     * NTDETECT.COM, boot.ini, bootfont.bin), "Page files" (pagefile.sys, swapfile.sys, hiberfil.sys), "Windows Installer
     * rollback" (Config.Msi), "Local installation source" (MSOCache).
     */
    private static final Set<String> OF_ANY_DRIVE = Set.of(
            "$Recycle.Bin",
            "RECYCLER",
            "System Volume Information",
            "$WINDOWS.~BT",
            "$Windows.~WS",
            "$WinREAgent",
            "$SysReset",
            "$GetCurrent",
            "Config.Msi",
            "MSOCache",
            "pagefile.sys",
            "hiberfil.sys",
            "swapfile.sys",
            "bootmgr",
            "BOOTNXT",
            "bootTel.dat",
            "BOOTSECT.BAK",
            "DumpStack.log",
            "DumpStack.log.tmp",
            "$WINRE_BACKUP_PARTITION.MARKER",
            "NTLDR",
            "NTDETECT.COM",
            "boot.ini",
            "bootfont.bin",
            "IO.SYS",
            "MSDOS.SYS");

    /** What it keeps in the root of its own drive beside that (same sources); elsewhere it may be anybody's. */
    private static final Set<String> OF_WINDOWS_DRIVE = Set.of(
            "Windows10Upgrade",
            "ESD",
            "Boot",
            "EFI",
            "Recovery",
            OLD_PROFILES,
            "Windows.old",
            "Windows.old.000",
            "Windows.old.001",
            "PerfLogs",
            "OneDriveTemp");

    @Override
    public String name() {
        return "drive-root";
    }

    @Override
    public List<Place> ofMachine(MachineHome machine) {
        return machine.drives().stream()
                .map(drive -> Place.of(name(), Optional.empty(), drive + "*", Origin.FOUND)
                        .eachExcept(knownIn(drive, machine)))
                .toList();
    }

    private static Set<String> knownIn(String drive, MachineHome machine) {
        Set<String> names = ofWindowsIn(drive, machine);
        names.addAll(ProgramsElsewhere.FOLDERS);
        return names;
    }

    private static boolean isFolder(String path, MachineHome machine) {
        return machine.files()
                .entry(path)
                .map(entry -> entry.isDirectory() && !entry.isLink())
                .orElse(false);
    }

    /** The names in the root of {@code drive} that Windows put there. */
    static Set<String> ofWindowsIn(String drive, MachineHome machine) {
        Set<String> names = new HashSet<>(OF_ANY_DRIVE);
        if (drive.equals(machine.drives().get(0))) {
            names.addAll(OF_WINDOWS_DRIVE);
            names.addAll(ProgramsElsewhere.FOLDERS);
        }
        if (isFolder(drive + OLD_PROFILES, machine)) {
            names.remove(OLD_PROFILES);
        }
        for (String folder : List.of(machine.windowsFolder(), machine.profilesFolder())) {
            if (WindowsPath.isAtOrBelow(folder, drive) && folder.length() > drive.length()) {
                String below = folder.substring(drive.length());
                int end = below.indexOf('\\');
                names.add(end < 0 ? below : below.substring(0, end));
            }
        }
        return names;
    }
}
