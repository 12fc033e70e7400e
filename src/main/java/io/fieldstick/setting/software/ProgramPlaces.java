package io.fieldstick.setting.software;

import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.UserProfile;
import io.fieldstick.windows.UserProfiles;
import io.fieldstick.windows.Volumes;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the programs of one Windows lie: the desktops and downloads of its users, the folders of programs, and the
 * roots of its fixed drives. They are walked once, when a rule first asks for a program by the bare name of its file.
 */
public final class ProgramPlaces {
    /** A file that looks like a program. */
    public record ProgramFile(String path, FileEntry entry) {}

    /** The program files in the usual places, and what could not be looked into. */
    public record Programs(List<ProgramFile> files, List<WindowsError> refused) {
        public Programs {
            files = List.copyOf(files);
            refused = List.copyOf(refused);
        }
    }

    /** How far below a place programs are looked for: {@code Program Files\Maker\Program\bin\x.exe}. */
    private static final int DEPTH = 3;

    private static final int DEPTH_OF_ROOTS = 2;
    private static final int MOST_FOLDERS = 20_000;

    /** MS docs: "Known folders"; each user's own choice where Explorer keeps it. */
    private static final String SHELL_FOLDERS =
            "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders";

    /** Folders of Windows itself that hold no portable program, and mostly may not be looked into. */
    private static final Set<String> NOT_ENTERED = Set.of(
            "windows",
            "windowsapps",
            "modifiablewindowsapps",
            "users",
            "program files",
            "program files (x86)",
            "programdata",
            "documents and settings",
            "$recycle.bin",
            "system volume information",
            "recovery");

    private final WindowsView windows;
    private final EnvironmentVariables environment;
    private final FileHashes hashes;
    private @Nullable Programs programs;

    public ProgramPlaces(WindowsView windows) {
        this.windows = windows;
        this.environment = EnvironmentVariables.ofMachine(windows.registry());
        this.hashes = new FileHashes(windows.files());
    }

    public WindowsView windows() {
        return windows;
    }

    /** The variables of the machine. */
    public EnvironmentVariables environment() {
        return environment;
    }

    FileHashes hashes() {
        return hashes;
    }

    /** Every {@code .exe} in the usual places. */
    public synchronized Programs programs() {
        if (programs == null) {
            programs = new Walk().programs();
        }
        return programs;
    }

    /** One walk through the usual places. */
    private final class Walk {
        private final List<ProgramFile> files = new ArrayList<>();
        private final List<WindowsError> refused = new ArrayList<>();
        private final Set<String> visited = new LinkedHashSet<>();

        Programs programs() {
            refused.addAll(environment.unread());
            for (String variable : List.of("%ProgramFiles%", "%ProgramFiles(x86)%", "%PUBLIC%\\Desktop")) {
                environment.path(variable).map(path -> enter(path, DEPTH));
            }
            UserProfiles people = UserProfiles.of(windows.registry());
            refused.addAll(people.unread());
            people.all().forEach(this::ofUser);
            Reading<List<Volumes.Volume>> volumes = windows.volumes().list();
            if (volumes instanceof Reading.Unreadable<List<Volumes.Volume>> unreadable) {
                refused.add(unreadable.why());
            }
            for (Volumes.Volume volume : volumes.orElse(List.of())) {
                if (volume.type() == Volumes.DriveType.FIXED) {
                    enter(volume.root(), DEPTH_OF_ROOTS);
                }
            }
            if (visited.size() >= MOST_FOLDERS) {
                refused.add(new WindowsError(Tried.listFolder(visited.iterator().next()), WindowsError.MORE_DATA, ""));
            }
            return new Programs(files, refused);
        }

        private void ofUser(UserProfile user) {
            EnvironmentVariables own = environment.of(user, windows.registry());
            Reading<String> desktop = windows.registry()
                    .value(user.key(SHELL_FOLDERS), "Desktop")
                    .flatMap(value -> own.path(value.text()));
            if (desktop instanceof Reading.Unreadable<String> unreadable) {
                refused.add(unreadable.why());
            }
            desktop.map(path -> enter(path, DEPTH));
            user.path().map(home -> {
                enter(WindowsPath.child(home, "Desktop"), DEPTH);
                return enter(WindowsPath.child(home, "Downloads"), DEPTH);
            });
        }

        /** Looks into {@code folder} and, {@code depth} times more, into those in it; a link is never followed. */
        private boolean enter(String folder, int depth) {
            if (visited.size() >= MOST_FOLDERS || !visited.add(folder.toLowerCase(Locale.ROOT))) {
                return false;
            }
            Reading<List<FileEntry>> children = windows.files().children(folder);
            if (children instanceof Reading.Unreadable<List<FileEntry>> unreadable) {
                refused.add(unreadable.why());
            }
            for (FileEntry entry : children.orElse(List.of())) {
                String name = entry.name().toLowerCase(Locale.ROOT);
                String path = WindowsPath.child(folder, entry.name());
                if (!entry.isDirectory() && name.endsWith(".exe")) {
                    files.add(new ProgramFile(path, entry));
                } else if (entry.isDirectory() && !entry.isLink() && depth > 0 && !NOT_ENTERED.contains(name)) {
                    enter(path, depth - 1);
                }
            }
            return true;
        }
    }
}
