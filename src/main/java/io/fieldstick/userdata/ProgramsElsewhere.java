package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import java.util.List;
import java.util.Optional;

/**
 * Folders of programs on drives without Windows, where somebody chose to put them: told with their size and not counted,
 * because the setups bring them back; but what a program keeps beside itself is in them.
 */
final class ProgramsElsewhere implements UserDataKind {
    /** Where setups put programs, and what these keep for all users together. */
    static final List<String> FOLDERS =
            List.of("Program Files", "Program Files (x86)", "Program Files (Arm)", "ProgramData");

    @Override
    public String name() {
        return "program-folders";
    }

    @Override
    public boolean isCounted() {
        return false;
    }

    @Override
    public List<Place> ofMachine(MachineHome machine) {
        return machine.drives().stream()
                .skip(1)
                .flatMap(drive -> FOLDERS.stream().map(folder -> drive + folder))
                .map(path -> Place.of(name(), Optional.empty(), path, Origin.FOUND)
                        .advising(Optional.of(Message.of("userdata.advice.programs-elsewhere"))))
                .toList();
    }
}
