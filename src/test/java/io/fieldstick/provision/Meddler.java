package io.fieldstick.provision;

import io.fieldstick.setting.Change;
import io.fieldstick.setting.CopyFile;
import io.fieldstick.setting.DeleteRegistryValue;
import io.fieldstick.setting.FakeInstallers;
import io.fieldstick.setting.InstallControl;
import io.fieldstick.setting.InstallProgram;
import io.fieldstick.setting.RegisterServer;
import io.fieldstick.setting.RenameComputer;
import io.fieldstick.setting.RenameInDomain;
import io.fieldstick.setting.ScheduleResume;
import io.fieldstick.setting.SetAudit;
import io.fieldstick.setting.SetLockoutPolicy;
import io.fieldstick.setting.SetPasswordPolicy;
import io.fieldstick.setting.SetPowerPlan;
import io.fieldstick.setting.SetPowerTimeout;
import io.fieldstick.setting.SetRegistryValue;
import io.fieldstick.setting.SetServiceRunning;
import io.fieldstick.setting.SetServiceStart;
import io.fieldstick.setting.SetTimeZone;
import io.fieldstick.setting.SetUserRight;
import io.fieldstick.setting.SetWinHttpProxy;
import io.fieldstick.setting.WriteFile;
import io.fieldstick.windows.AuditChoice;
import io.fieldstick.windows.InMemoryPower;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.LockoutPolicy;
import io.fieldstick.windows.PasswordPolicy;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Service;
import io.fieldstick.windows.TimeZone;
import io.fieldstick.windows.WinHttpProxy;
import io.fieldstick.windows.WindowsError;
import java.util.List;
import java.util.SortedMap;

/** Somebody else who changes what this program has changed. */
final class Meddler {
    private static final RegistryValue OTHER = RegistryValue.sz("somebody else was here");

    private Meddler() {}

    /** Gives every value that the journal is about another one, and returns the state after that. */
    static SortedMap<String, String> alterEveryValueOf(Journal.Contents journal, InMemoryWindows windows) {
        for (Journal.Entry entry : journal.entries()) {
            if (entry.change() instanceof SetRegistryValue set) {
                windows.put(set.key(), set.name(), OTHER);
            } else if (entry.change() instanceof DeleteRegistryValue delete) {
                windows.put(delete.key(), delete.name(), OTHER);
            } else if (entry.change() instanceof WriteFile write) {
                windows.bytes(write.path(), new byte[] {1, 2, 3});
            } else if (entry.change() instanceof SetWinHttpProxy) {
                windows.setWinHttpProxy(new WinHttpProxy("somebody.example:1", ""));
            } else if (entry.change() instanceof RenameComputer || entry.change() instanceof RenameInDomain) {
                windows.renameComputer("SOMEBODY");
            } else if (entry.change() instanceof CopyFile copy) {
                windows.bytes(copy.path(), new byte[] {1, 2, 3});
            } else if (entry.change() instanceof RegisterServer register) {
                windows.put(server(register.clsid(), register.view()), "", OTHER);
            } else if (entry.change() instanceof InstallControl install) {
                windows.put(server(install.clsid(), RegistryKey.View.BITS_32), "", OTHER);
            } else if (entry.change() instanceof InstallProgram) {
                windows.remove(FakeInstallers.UNINSTALL).key(FakeInstallers.UNINSTALL);
            } else if (entry.change() instanceof ScheduleResume schedule) {
                windows.scheduledTasks().alter(ScheduleResume.taskOf(schedule.run()), "<Task somebody's");
            } else if (entry.change() instanceof SetServiceStart set) {
                windows.services().setStart(set.service(), Service.Start.AUTOMATIC_DELAYED);
            } else if (entry.change() instanceof SetTimeZone) {
                windows.timeZone(new TimeZone("W. Europe Standard Time", false));
            } else if (entry.change() instanceof SetPasswordPolicy) {
                windows.security().setPasswords(new PasswordPolicy(3, PasswordPolicy.FOREVER, 7, 1));
            } else if (entry.change() instanceof SetAudit set) {
                windows.security().setAudit(set.subcategory(), new AuditChoice(false, true));
            } else if (entry.change() instanceof SetUserRight set && set.granted()) {
                windows.security().revoke(set.right(), set.sid());
            } else if (entry.change() instanceof SetUserRight set) {
                windows.security().grant(set.right(), set.sid());
            } else if (entry.change() instanceof SetLockoutPolicy) {
                windows.security().setLockout(new LockoutPolicy(77, 66, 55));
            } else if (entry.change() instanceof SetPowerPlan) {
                windows.power().activate(InMemoryPower.SAVER);
            } else if (entry.change() instanceof SetPowerTimeout set) {
                windows.power().setSeconds(set.plan(), set.timeout(), set.source(), 12345);
            } else if (entry.change() instanceof SetServiceRunning set) {
                windows.service(set.service(), Service.Start.AUTOMATIC_DELAYED, Service.State.BETWEEN);
            }
        }
        return windows.snapshot();
    }

    /** Makes every key that the changes are about unreadable. */
    static void denyEveryKeyOf(List<Change> changes, InMemoryWindows windows) {
        for (Change change : changes) {
            if (change instanceof SetRegistryValue set) {
                windows.unreadable(set.key(), WindowsError.ACCESS_DENIED);
            } else if (change instanceof DeleteRegistryValue delete) {
                windows.unreadable(delete.key(), WindowsError.ACCESS_DENIED);
            } else if (change instanceof CopyFile copy) {
                windows.unreadable(copy.path(), WindowsError.ACCESS_DENIED);
            } else if (change instanceof RegisterServer register) {
                windows.unreadable(server(register.clsid(), register.view()), WindowsError.ACCESS_DENIED);
            } else if (change instanceof InstallControl install) {
                windows.unreadable(server(install.clsid(), RegistryKey.View.BITS_32), WindowsError.ACCESS_DENIED);
            } else if (change instanceof InstallProgram) {
                windows.unreadable(FakeInstallers.UNINSTALL, WindowsError.ACCESS_DENIED);
            } else if (change instanceof WriteFile write) {
                windows.unreadable(write.path(), WindowsError.ACCESS_DENIED);
            } else if (change instanceof SetWinHttpProxy) {
                windows.unreadable(SetWinHttpProxy.KEPT, WindowsError.ACCESS_DENIED);
            } else if (change instanceof RenameComputer || change instanceof RenameInDomain) {
                windows.unreadable(InMemoryWindows.COMPUTER_NAME, WindowsError.ACCESS_DENIED);
            } else if (change instanceof ScheduleResume) {
                windows.scheduledTasks().refuse(WindowsError.ACCESS_DENIED);
            } else if (change instanceof SetServiceStart set) {
                windows.refuseService(set.service(), WindowsError.ACCESS_DENIED);
            } else if (change instanceof SetTimeZone) {
                windows.refuseTimeZone(WindowsError.ACCESS_DENIED);
            } else if (change instanceof SetPasswordPolicy
                    || change instanceof SetLockoutPolicy
                    || change instanceof SetAudit
                    || change instanceof SetUserRight) {
                windows.security().refuse(WindowsError.ACCESS_DENIED);
            } else if (change instanceof SetPowerPlan || change instanceof SetPowerTimeout) {
                windows.power().refuse(WindowsError.ACCESS_DENIED);
            } else if (change instanceof SetServiceRunning set) {
                windows.refuseService(set.service(), WindowsError.ACCESS_DENIED);
            }
        }
    }

    private static RegistryKey server(String clsid, RegistryKey.View view) {
        return new RegistryKey(
                RegistryKey.Root.MACHINE, "SOFTWARE\\Classes\\CLSID\\" + clsid + "\\InprocServer32", view);
    }
}
