package io.fieldstick.setting;

import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsError;
import java.util.List;
import java.util.function.Consumer;

/** A registry that tells of each refusal, for readers that go on without what they cannot read. */
record NotingRegistry(RegistryView registry, Consumer<WindowsError> refusals) implements RegistryView {
    @Override
    public Reading<RegistryValue> value(RegistryKey key, String name) {
        return noted(registry.value(key, name));
    }

    @Override
    public Reading<List<String>> valueNames(RegistryKey key) {
        return noted(registry.valueNames(key));
    }

    @Override
    public Reading<List<String>> subkeys(RegistryKey key) {
        return noted(registry.subkeys(key));
    }

    @Override
    public Reading<List<String>> users() {
        return noted(registry.users());
    }

    @Override
    public Reading<List<String>> everyUser() {
        return noted(registry.everyUser());
    }

    private <T> Reading<T> noted(Reading<T> reading) {
        if (reading instanceof Reading.Unreadable<T> refused) {
            refusals.accept(refused.why());
        }
        return reading;
    }
}
