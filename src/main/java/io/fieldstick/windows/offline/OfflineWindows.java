package io.fieldstick.windows.offline;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Internet;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.Volumes;
import io.fieldstick.windows.WinHttpProxy;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Windows on a disk that is not running, seen under the paths and letters that it had itself. */
public final class OfflineWindows implements WindowsView {
    /** Where Windows keeps its hives; the folder of Windows 2000 and of some XP is WINNT. */
    private static final List<String> CONFIGS = List.of("Windows\\System32\\config", "WINNT\\System32\\config");

    private static final String SOFTWARE = "SOFTWARE";
    private static final RegistryKey CURRENT_VERSION =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion");

    private final HiveRegistry registry;
    private final DriveLetters letters;
    private final Files files;
    private final Volumes volumes;
    private final Machine machine;

    private OfflineWindows(HiveRegistry registry, DriveLetters letters, Files files, Volumes volumes) {
        this.registry = registry;
        this.letters = letters;
        this.files = files;
        this.volumes = volumes;
        this.machine = new OfflineMachine(registry);
    }

    /** The Windows in {@code root} ({@code E:\}), seen from the running Windows {@code host}; absent where none is there. */
    public static Reading<OfflineWindows> at(String root, WindowsView host) {
        return find(WindowsPath.normal(root), host.files(), Reading.of(host));
    }

    /** The Windows in {@code folder}, where its disk is mounted on a computer without Windows; absent where none is there. */
    public static Reading<OfflineWindows> at(Path folder) {
        try {
            return find("C:\\", new NioFiles(Map.of('C', folder.toRealPath())), Reading.absent());
        } catch (IOException e) {
            return Reading.unreadable(new WindowsError(
                    Message.of("hive.tried.find-windows", folder.toString()),
                    WindowsError.PATH_NOT_FOUND,
                    FileTrouble.said(e)));
        }
    }

    private static Reading<OfflineWindows> find(String root, Files files, Reading<WindowsView> host) {
        Reading<String> found = Reading.absent();
        for (String below : CONFIGS) {
            String config = WindowsPath.child(root, below);
            found = files.entry(WindowsPath.child(config, SOFTWARE)).map(entry -> config);
            if (!found.isAbsent()) {
                break;
            }
        }
        return found.flatMap(config -> open(root, config, files, host));
    }

    private static Reading<OfflineWindows> open(String root, String config, Files source, Reading<WindowsView> host) {
        HiveRegistry registry = new HiveRegistry(List.of(
                hive(RegistryKey.Root.MACHINE, SOFTWARE, config, source),
                hive(RegistryKey.Root.MACHINE, "SYSTEM", config, source),
                new Mount(
                        RegistryKey.Root.USERS,
                        ".DEFAULT",
                        source,
                        Reading.of(List.of(WindowsPath.child(config, "DEFAULT"))))));
        if (registry.subkeys(RegistryKey.machine(SOFTWARE)) instanceof Reading.Unreadable<List<String>> unreadable) {
            return Reading.unreadable(unreadable.why());
        }
        DriveLetters letters =
                new DriveLetters(Map.of(systemLetter(registry), root), registry, host.map(WindowsView::registry));
        Files files = new OfflineFiles(source, letters);
        registry.mount(UserHives.of(registry, files).orElse(List.of()));
        Volumes volumes = new OfflineVolumes(letters, host.map(WindowsView::volumes));
        return Reading.of(new OfflineWindows(registry, letters, files, volumes));
    }

    private static Mount hive(RegistryKey.Root root, String name, String config, Files files) {
        return new Mount(root, name, files, Reading.of(List.of(WindowsPath.child(config, name))));
    }

    /** The letter that it called its own drive; C where its registry does not say. */
    private static char systemLetter(RegistryView registry) {
        String windows = registry.value(CURRENT_VERSION, "SystemRoot")
                .map(RegistryValue::text)
                .orElse("");
        return WindowsPath.isAbsolute(windows) && !WindowsPath.isOnServer(windows)
                ? Character.toUpperCase(windows.charAt(0))
                : 'C';
    }

    @Override
    public RegistryView registry() {
        return registry;
    }

    /** Its files, by its own paths: {@code C:\Users} although that is {@code E:\Users} now. */
    @Override
    public Files files() {
        return files;
    }

    @Override
    public Volumes volumes() {
        return volumes;
    }

    @Override
    public Machine machine() {
        return machine;
    }

    @Override
    public Internet internet() {
        return UNKNOWN_INTERNET;
    }

    /** Where its drives are now, and which are not here. */
    public DriveLetters letters() {
        return letters;
    }

    /** What is to be said of each of its registry files that was read up to now. */
    public List<HiveReport> reports() {
        return registry.reports();
    }

    private static final Internet UNKNOWN_INTERNET = new Internet() {
        @Override
        public Reading<Integer> zoneOf(String url) {
            return OfflineMachine.unknown(Tried.askZone(url));
        }

        @Override
        public Reading<Integer> policyOf(String url, int action) {
            return OfflineMachine.unknown(Tried.askAction(url, action));
        }

        @Override
        public Reading<String> proxyScript() {
            return OfflineMachine.unknown(Tried.askProxy());
        }

        @Override
        public Reading<WinHttpProxy> winHttpProxy() {
            return OfflineMachine.unknown(Tried.askWinHttpProxy());
        }

        @Override
        public Reading<String> proxyServer() {
            return OfflineMachine.unknown(Tried.askProxy());
        }
    };
}
