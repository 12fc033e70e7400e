package io.fieldstick.windows.offline;

import io.fieldstick.windows.RegistryReadContract;
import io.fieldstick.windows.RegistryView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Hive files answer as a loaded registry does. */
class HiveRegistryReadTest extends RegistryReadContract {
    @TempDir
    static Path folder;

    @Override
    protected String sid() {
        return DeadWindows.SID;
    }

    @Override
    protected RegistryView registry(List<Stored> stored) {
        DeadWindows dead = DeadWindows.ten(folder()).user(DeadWindows.SID, "test");
        stored.forEach(value -> dead.set(value.key(), value.name(), value.value()));
        return OfflineWindows.at(dead.write()).map(OfflineWindows::registry).orElse(new HiveRegistry(List.of()));
    }

    /** A new folder for each test: the contract asks for the registry before a test's own folder would be there. */
    private static Path folder() {
        try {
            return Files.createTempDirectory(folder, "disk");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
