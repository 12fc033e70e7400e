package io.fieldstick.userdata;

import io.fieldstick.windows.Reading;
import io.fieldstick.windows.UserProfile;
import io.fieldstick.windows.WindowsPath;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Folders of users whom this Windows no longer knows: of an earlier installation, or of a deleted account. */
final class OrphanProfiles implements UserDataKind {
    /** What Windows itself has among the profiles (MS docs: "User profiles"; "Windows Setup": defaultuser0). */
    private static final Set<String> OF_WINDOWS = Set.of(
            "Default",
            "Default User",
            "Default.migrated",
            "Public",
            "All Users",
            "LocalService",
            "NetworkService",
            "defaultuser0",
            "defaultuser100000",
            "desktop.ini");

    /** Where an upgrade or a reinstall over an old Windows puts that one (MS docs: "Windows.old"). */
    private static final List<String> OLD_WINDOWS =
            List.of("Windows.old*\\Users\\*", "Windows.old*\\Documents and Settings\\*");

    @Override
    public String name() {
        return "orphan-profile";
    }

    @Override
    public List<Place> ofMachine(MachineHome machine) {
        Set<String> known = new HashSet<>(OF_WINDOWS);
        for (UserProfile user : machine.users()) {
            if (user.path() instanceof Reading.Present<String> path
                    && WindowsPath.parent(path.value()).equalsIgnoreCase(machine.profilesFolder())) {
                known.add(WindowsPath.name(path.value()));
            }
        }
        Stream<Place> here = Stream.of(place(machine.profilesFolder() + "\\*").eachExcept(known));
        Stream<Place> old = machine.drives().stream()
                .flatMap(drive -> OLD_WINDOWS.stream().map(path -> drive + path))
                .map(path -> place(path).eachExcept(OF_WINDOWS));
        return Stream.concat(here, old).toList();
    }

    private Place place(String path) {
        return Place.of(name(), Optional.empty(), path, Origin.FOUND);
    }
}
