package io.fieldstick.setting;

import io.fieldstick.setting.software.Equipment;
import io.fieldstick.setting.software.ProgramPlaces;
import io.fieldstick.windows.InstalledPrograms;
import io.fieldstick.windows.WindowsView;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The installed programs, read once for all the rules of one profile.
 *
 * <p>A setting that asks a second time wants to see what has become of them since, so then they are read again.
 */
final class SoftwareScan {

    /**
     * What was read: the programs, and what of the machine decides which rules apply.
     *
     * @param places where rules look for traces of programs that are in no list
     */
    record State(InstalledPrograms installed, Equipment equipment, ProgramPlaces places) {}

    private final Set<String> answered = new HashSet<>();
    private @Nullable WindowsView scanned;
    private @Nullable State state;

    /** The programs that were read last; empty where none were read yet. */
    synchronized Optional<InstalledPrograms> latest() {
        return Optional.ofNullable(state).map(State::installed);
    }

    /** The state of {@code windows} for the setting named {@code asker}. */
    synchronized State read(WindowsView windows, String asker) {
        boolean first = answered.add(asker);
        if (state != null && windows == scanned && first) {
            return state;
        }
        answered.clear();
        answered.add(asker);
        scanned = windows;
        state = new State(InstalledPrograms.in(windows.registry()), Equipment.of(windows), new ProgramPlaces(windows));
        return state;
    }
}
