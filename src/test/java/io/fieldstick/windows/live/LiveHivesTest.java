package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import io.fieldstick.windows.HivesContract;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.Windows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The hive is one that this very Windows saved; that changes are in the file afterwards is seen on a real Windows only. */
@EnabledOnOs(OS.WINDOWS)
class LiveHivesTest extends HivesContract {
    private static final String SEED = "SOFTWARE\\FieldstickContractHive";

    @TempDir
    Path folder;

    private final Windows windows = new LiveWindows();

    @Override
    protected Windows windows() {
        return windows;
    }

    @Override
    protected String hive() {
        Path file = folder.resolve("NTUSER.DAT");
        RegistryKey key = RegistryKey.machine(SEED + "\\Software\\X");
        windows.registry().set(key, "v", RegistryValue.sz("中"));
        Privileges.enable(Tried.loadHive(file.toString()), Privileges.BACKUP);
        WinReg.HKEYByReference seed = new WinReg.HKEYByReference();
        int opened = Advapi32.INSTANCE.RegOpenKeyEx(WinReg.HKEY_LOCAL_MACHINE, SEED, 0, WinNT.KEY_READ, seed);
        assertThat(opened).isZero();
        assertThat(SaveKey.RegSaveKeyW(seed.getValue(), file.toString())).isZero();
        Advapi32.INSTANCE.RegCloseKey(seed.getValue());
        windows.registry().deleteValue(key, "v");
        for (RegistryKey each = key;
                !each.name().equals("SOFTWARE");
                each = each.parent().orElseThrow()) {
            windows.registry().deleteKey(each);
        }
        return file.toString();
    }

    @Override
    protected String noHive() {
        try {
            return Files.writeString(folder.resolve("NO.DAT"), "this is no hive")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
