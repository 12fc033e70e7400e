package io.fieldstick.windows;

import java.time.Instant;
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
}
