package io.fieldstick.windows.live;

import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Registry;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryReadContract;
import io.fieldstick.windows.RegistryView;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The same registry as hive files are read with, written to the running Windows and taken out again. */
@EnabledOnOs(OS.WINDOWS)
class LiveRegistryReadTest extends RegistryReadContract {
    private static final String NAME = "FieldstickContract";

    @Override
    protected String sid() {
        Reading<String> sid = new LiveWindows().machine().processUser();
        return ((Reading.Present<String>) sid).value();
    }

    @Override
    protected RegistryView registry(List<Stored> stored) {
        Registry registry = new LiveWindows().registry();
        stored.forEach(value -> registry.set(value.key(), value.name(), value.value()));
        return registry;
    }

    @AfterEach
    void takeOut() {
        Registry registry = new LiveWindows().registry();
        for (RegistryKey key : List.of(
                RegistryKey.machine("SOFTWARE\\" + NAME),
                RegistryKey.machine32("SOFTWARE\\" + NAME),
                RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\" + NAME),
                RegistryKey.user(sid(), "Software\\" + NAME))) {
            deleteTree(registry, key);
        }
    }

    private static void deleteTree(Registry registry, RegistryKey key) {
        registry.subkeys(key).orElse(List.of()).forEach(child -> deleteTree(registry, key.child(child)));
        registry.deleteKey(key);
    }
}
