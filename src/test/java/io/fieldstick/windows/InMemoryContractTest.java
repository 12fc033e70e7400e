package io.fieldstick.windows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/** The in-memory Windows keeps every contract of the port. */
class InMemoryContractTest {
    private static final String SID = "S-1-5-21-1-2-3-1001";

    private static InMemoryWindows fresh() {
        byte[] disk = new byte[(4 << 20) + 512];
        new Random(7).nextBytes(disk);
        return new InMemoryWindows()
                .user(SID, "C:\\Users\\test", true)
                .device("\\\\.\\PhysicalDrive0", new InMemorySectors("\\\\.\\PhysicalDrive0", disk));
    }

    @Nested
    class OfRegistry extends RegistryContract {
        @Override
        protected Windows windows() {
            return fresh();
        }
    }

    @Nested
    class OfHives extends HivesContract {
        private final InMemoryWindows windows = fresh().put(
                        RegistryKey.user(SID, "Software\\X"), "v", RegistryValue.sz("中"))
                .signOut(SID)
                .bytes("C:\\no hive", new byte[5000]);

        @Override
        protected Windows windows() {
            return windows;
        }

        @Override
        protected String hive() {
            return "C:\\Users\\test\\NTUSER.DAT";
        }

        @Override
        protected String noHive() {
            return "C:\\no hive";
        }
    }

    @Nested
    class OfFileWrites extends FileWritesContract {
        private final InMemoryWindows windows = fresh().folder(folder())
                .cabinet(cabinet(), CONTENTS)
                .cabinet(hostileCabinet(), Map.of("..\\evil.ocx", new byte[1]));

        @Override
        protected Windows windows() {
            return windows;
        }

        @Override
        protected String folder() {
            return "C:\\Users\\test\\written";
        }
    }

    @Nested
    class OfFiles extends FilesContract {
        private final InMemoryWindows windows = fresh().folder(folder());

        @Override
        protected Files files() {
            return windows.files();
        }

        @Override
        protected String folder() {
            return "C:\\Users\\test\\files";
        }

        @Override
        protected void makeFolder(String path) {
            windows.folder(path);
        }

        @Override
        protected void makeFile(String path, byte[] bytes, Instant modified) {
            windows.bytes(path, bytes).modified(path, modified);
        }
    }

    @Nested
    class OfVolumes extends VolumesContract {
        @Override
        protected Volumes volumes() {
            return fresh().volumes();
        }
    }

    @Nested
    class OfMachine extends MachineContract {
        private final InMemoryWindows windows = fresh();

        @Override
        protected Windows windows() {
            return windows;
        }
    }

    @Nested
    class OfInternet extends InternetContract {
        @Override
        protected Windows windows() {
            return fresh();
        }
    }

    @Nested
    class OfComponents extends ComponentsContract {
        @Override
        protected Components components() {
            RegistryKey server = RegistryKey.machine("SOFTWARE\\Classes\\CLSID\\" + REGISTERED + "\\InprocServer32");
            return fresh().put(server, "", RegistryValue.sz("C:\\x.dll")).components();
        }
    }

    @Nested
    class OfSealing extends SealingContract {
        @Override
        protected Sealing sealing() {
            return fresh().sealing();
        }
    }

    @Nested
    class OfProgramRuns extends ProgramRunsContract {
        private final InMemoryWindows windows = fresh().folder("C:\\work");

        @Override
        protected Windows windows() {
            return windows;
        }

        @Override
        protected ProgramRuns.Start exiting(int code) {
            windows.programRuns().program("exiting.exe", start -> OptionalInt.of(code));
            return start("exiting.exe");
        }

        @Override
        protected ProgramRuns.Start hanging() {
            windows.programRuns().program("hanging.exe", start -> OptionalInt.empty());
            return start("hanging.exe");
        }

        @Override
        protected String file(byte[] bytes) {
            windows.bytes("C:\\work\\安装 包.exe", bytes);
            return "C:\\work\\安装 包.exe";
        }

        private static ProgramRuns.Start start(String name) {
            return new ProgramRuns.Start("C:\\work\\" + name, "", "C:\\work", LIMIT, Optional.empty());
        }
    }

    @Nested
    class OfServices extends ServicesContract {
        private final InMemoryWindows windows = fresh();

        @Override
        protected Services services() {
            return windows.services();
        }
    }

    @Nested
    class OfTurns extends TurnsContract {
        private final InMemoryWindows windows = fresh();

        @Override
        protected Turns turns() {
            return windows.turns();
        }
    }

    @Nested
    class OfScheduledTasks extends ScheduledTasksContract {
        private final InMemoryWindows windows = fresh();

        @Override
        protected ScheduledTasks tasks() {
            return windows.scheduledTasks();
        }
    }

    @Nested
    class OfSecurity extends SecurityContract {
        @Override
        protected Security security() {
            return fresh().security();
        }
    }

    @Nested
    class OfAssociations extends AssociationsContract {
        private final InMemoryWindows windows = fresh();

        @Override
        protected Windows windows() {
            return windows;
        }

        @Override
        protected String program() {
            return "C:\\Windows\\System32\\notepad.exe";
        }
    }

    @Nested
    class OfPages extends PagesContract {
        private final WindowsPage page = new WindowsPage("control.exe", "/name Microsoft.DefaultPrograms");
        private final List<WindowsPage> opened = new ArrayList<>();
        private final Windows windows = fresh().pages(List.of(page), opened::add);

        @Override
        protected Windows windows() {
            return windows;
        }

        @Override
        protected WindowsPage page() {
            return page;
        }

        @Override
        protected boolean opened() {
            return opened.contains(page);
        }
    }
}
