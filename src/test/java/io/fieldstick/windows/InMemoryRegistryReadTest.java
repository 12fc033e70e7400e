package io.fieldstick.windows;

import java.util.List;

class InMemoryRegistryReadTest extends RegistryReadContract {
    @Override
    protected String sid() {
        return "S-1-5-21-1-2-3-1001";
    }

    @Override
    protected RegistryView registry(List<Stored> stored) {
        InMemoryWindows windows = new InMemoryWindows().user(sid(), "C:\\Users\\test", true);
        stored.forEach(value -> windows.registry().set(value.key(), value.name(), value.value()));
        return windows.registry();
    }
}
