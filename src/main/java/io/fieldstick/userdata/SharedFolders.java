package io.fieldstick.userdata;

import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders of all users together: the public desktop, public documents, and the rest of the public profile. */
final class SharedFolders implements UserDataKind {
    /** MS docs: "KNOWNFOLDERID", the folders whose names begin with Public. */
    private static final RegistryKey SHELL_FOLDERS =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders");

    private static final List<String> VALUES =
            List.of("Common Desktop", "Common Documents", "CommonPictures", "CommonMusic", "CommonVideo");

    @Override
    public String name() {
        return "public";
    }

    @Override
    public List<Place> ofMachine(MachineHome machine) {
        List<Place> places = new ArrayList<>();
        String usual = machine.environment().path("%PUBLIC%").orElse(machine.profilesFolder() + "\\Public");
        places.add(Place.of(name(), Optional.empty(), usual, Origin.KNOWN_PLACE));
        for (String value : VALUES) {
            Reading<RegistryValue> named = machine.noted(
                    SHELL_FOLDERS + "!" + value, machine.registry().value(SHELL_FOLDERS, value));
            if (named instanceof Reading.Present<RegistryValue> present
                    && machine.noted(
                                    present.value().text(),
                                    machine.environment().path(present.value().text()))
                            instanceof Reading.Present<String> path
                    && !WindowsPath.isAtOrBelow(path.value(), usual)) {
                places.add(Place.of(name(), Optional.empty(), path.value(), Origin.REGISTRY)
                        .because(new Evidence(
                                SHELL_FOLDERS + "!" + value, present.value().text())));
            }
        }
        return places;
    }
}
