package io.fieldstick.setting;

import io.fieldstick.setting.software.Installer;
import io.fieldstick.setting.software.ProgramRule;
import io.fieldstick.setting.software.ProgramWays;
import io.fieldstick.setting.software.Way;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Installers on a stick in drive E, and what they do to an in-memory Windows. */
public final class FakeInstallers {
    public static final String FOLDER = "E:\\installers";
    public static final RegistryKey UNINSTALL =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall");
    public static final String PRODUCT = "{7B0C4D1A-6F2E-4C57-9C61-3D1F0A5B2E10}";
    static final byte[] MSI = "a package".getBytes(StandardCharsets.UTF_8);
    static final byte[] SETUP = "a setup".getBytes(StandardCharsets.UTF_8);
    static final String UNINSTALLER = "C:\\Program Files\\DockView\\uninst.exe";

    private FakeInstallers() {}

    /** Puts both installers on the stick; each installs its program when run as it should be. */
    public static InMemoryWindows on(InMemoryWindows windows) {
        windows.bytes(FOLDER + "\\ledger.msi", MSI)
                .bytes(FOLDER + "\\看图\\setup.exe", SETUP)
                .key(UNINSTALL);
        windows.programRuns().program("msiexec.exe", start -> msiexec(windows, start));
        windows.programRuns().program("setup.exe", start -> {
            if (start.arguments().equals("/S")) {
                installDockView(windows);
            }
            return OptionalInt.of(0);
        });
        windows.programRuns().program("uninst.exe", start -> {
            if (start.arguments().equals("/S")) {
                windows.remove(UNINSTALL.child("DockView")).removeFile(UNINSTALLER);
            }
            return OptionalInt.of(0);
        });
        return windows;
    }

    static OptionalInt msiexec(InMemoryWindows windows, ProgramRuns.Start start) {
        if (start.arguments().startsWith("/x " + PRODUCT)) {
            windows.remove(UNINSTALL.child(PRODUCT));
        } else if (start.arguments().startsWith("/i ")) {
            installLedger(windows);
        }
        return OptionalInt.of(0);
    }

    static void installLedger(InMemoryWindows windows) {
        windows.put(UNINSTALL.child(PRODUCT), "DisplayName", RegistryValue.sz("Harbour Ledger"))
                .put(UNINSTALL.child(PRODUCT), "DisplayVersion", RegistryValue.sz("1.2.3"))
                .put(UNINSTALL.child(PRODUCT), "WindowsInstaller", RegistryValue.dword(1))
                .put(UNINSTALL.child(PRODUCT), "UninstallString", RegistryValue.sz("MsiExec.exe /I" + PRODUCT));
    }

    static void installDockView(InMemoryWindows windows) {
        windows.put(UNINSTALL.child("DockView"), "DisplayName", RegistryValue.sz("码头看图 5.0"))
                .put(UNINSTALL.child("DockView"), "UninstallString", RegistryValue.sz(UNINSTALLER))
                .bytes(UNINSTALLER, SETUP);
    }

    /** Installs Harbour Ledger by its MSI. */
    static InstallProgram ledger() {
        return new InstallProgram(
                "Harbour Ledger",
                FOLDER,
                installer(Installer.Kind.MSI, "ledger.msi", MSI),
                ways(Map.of(Way.DISPLAY_NAME, "Harbour Ledger", Way.VERSION, ">=1.2")),
                Optional.empty());
    }

    /** Installs 码头看图 by its NSIS setup. */
    static InstallProgram dockView() {
        return new InstallProgram(
                "码头看图",
                FOLDER,
                installer(Installer.Kind.NSIS, "看图\\setup.exe", SETUP),
                ways(Map.of(Way.DISPLAY_NAME, "码头看图*")),
                Optional.empty());
    }

    static Installer installer(Installer.Kind kind, String file, byte[] bytes) {
        return new Installer(
                kind, List.of(new Installer.Part(file, sha256(bytes))), "", Optional.empty(), Duration.ofMinutes(30));
    }

    static ProgramWays ways(Map<String, String> fields) {
        return new ProgramWays(List.of(new Way(fields)));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a profile that requires it is made into. */
    public static Setting<?> ledgerSetting() {
        return setting(ledger());
    }

    /** What a profile that requires it is made into. */
    public static Setting<?> dockViewSetting() {
        return setting(dockView());
    }

    private static Setting<?> setting(InstallProgram install) {
        return new ProgramSetting(
                ProgramSetting.Demand.REQUIRED,
                new ProgramRule(
                        install.name(),
                        install.ways().matches(),
                        install.ways().traces(),
                        ProgramRule.Licence.FREE,
                        false,
                        List.of(),
                        ""),
                new ProgramSetting.Plan(Optional.of(install), Optional.empty(), false),
                List.of(),
                Optional.empty(),
                new SoftwareScan());
    }
}
