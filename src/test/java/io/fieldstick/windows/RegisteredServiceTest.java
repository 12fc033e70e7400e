package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegisteredServiceTest {
    private final InMemoryWindows windows = new InMemoryWindows();

    @Test
    void servicesAreProgramsAndDriversAreNot() {
        service("MSSQLSERVER", 0x10, 2, "SQL Server (MSSQLSERVER)", "\"D:\\sql\\sqlservr.exe\" -s");
        service("disk", 1, 0, "Disk", "System32\\drivers\\disk.sys");
        service("Spooler", 0x110, 2, "@%systemroot%\\system32\\spoolsv.exe,-1", "%SystemRoot%\\System32\\spoolsv.exe");
        service("W32Time", 0x20, 3, "Windows Time", "C:\\WINDOWS\\system32\\svchost.exe -k LocalService");
        service("odd", 0x10, 99, "", "");
        service("CDPUserSvc_5a3f2", 0xE0, 4, "CDPUserSvc_5a3f2", "C:\\WINDOWS\\system32\\svchost.exe -k Unistack");
        windows.put(key("MSSQLSERVER"), "DelayedAutostart", RegistryValue.dword(1));

        assertThat(RegisteredServices.in(windows.registry()).programs())
                .isEqualTo(List.of(
                        new RegisteredService(
                                "MSSQLSERVER",
                                "SQL Server (MSSQLSERVER)",
                                "\"D:\\sql\\sqlservr.exe\" -s",
                                Service.Start.AUTOMATIC_DELAYED,
                                false),
                        new RegisteredService(
                                "Spooler",
                                "Spooler",
                                "%SystemRoot%\\System32\\spoolsv.exe",
                                Service.Start.AUTOMATIC,
                                true),
                        new RegisteredService(
                                "W32Time",
                                "Windows Time",
                                "C:\\WINDOWS\\system32\\svchost.exe -k LocalService",
                                Service.Start.MANUAL,
                                true)));
    }

    @Test
    void aServiceOfWhichSomethingCannotBeReadIsToldAndNotLeftOut() {
        service("MySQL80", 0x10, 2, "MySQL80", "\"D:\\mysql\\mysqld.exe\"");
        service("Spooler", 0x110, 2, "Spooler", "spoolsv.exe");
        windows.unreadable(key("MySQL80"), WindowsError.ACCESS_DENIED);

        RegisteredServices services = RegisteredServices.in(windows.registry());

        assertThat(services.programs()).extracting(RegisteredService::name).containsExactly("Spooler");
        assertThat(services.unread()).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo(key("MySQL80"));
            assertThat(one.why().code()).isEqualTo(WindowsError.ACCESS_DENIED);
        });
    }

    @Test
    void servicesThatCannotBeListedAreNotNone() {
        windows.unreadable(RegisteredService.SERVICES, WindowsError.ACCESS_DENIED);

        assertThat(RegisteredServices.in(windows.registry()).unread())
                .extracting(RegisteredServices.Unread::key)
                .containsExactly(RegisteredService.SERVICES);
    }

    private void service(String name, int type, int start, String title, String path) {
        windows.put(key(name), "Type", RegistryValue.dword(type))
                .put(key(name), "Start", RegistryValue.dword(start))
                .put(key(name), "DisplayName", RegistryValue.sz(title))
                .put(key(name), "ImagePath", RegistryValue.expandSz(path));
    }

    private static RegistryKey key(String name) {
        return RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\" + name);
    }
}
