package io.fieldstick.windows;

/** A Windows to look at: running, or on a disk that is not. Nothing reachable from here can change it. */
public interface WindowsView {
    RegistryView registry();

    Files files();

    Volumes volumes();

    Machine machine();

    Internet internet();
}
