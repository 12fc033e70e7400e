package io.fieldstick.windows;

/** The registry, to read and to write; a refused write is a {@link WindowsException} and has changed nothing. */
public interface Registry extends RegistryView {

    /** Sets the value {@code name} of {@code key}; the key, and those above it, are created where missing. */
    void set(RegistryKey key, String name, RegistryValue value);

    /** Deletes the value {@code name} of {@code key}; that it or its key is already absent is no error. */
    void deleteValue(RegistryKey key, String name);

    /** Creates {@code key} and those above it where missing. */
    void createKey(RegistryKey key);

    /** Deletes {@code key}, which must have no sub-keys; that it is already absent is no error. */
    void deleteKey(RegistryKey key);
}
