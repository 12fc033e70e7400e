package io.fieldstick.userdata;

import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faxes that Windows's own fax service has sent and received, and those that wait to be sent. */
final class FaxArchive implements UserDataKind {
    /** MS docs: "Fax Folders". The value of the whole archive is Vista's and later, those of its parts are XP's (observed). */
    private static final RegistryKey FAX = RegistryKey.machine("SOFTWARE\\Microsoft\\Fax");

    private static final String USUAL = "Microsoft\\Windows NT\\MSFax";

    /** Beside them lie the cover pages that come with Windows. */
    private static final List<String> FOLDERS = List.of("Inbox", "SentItems", "Queue");

    @Override
    public String name() {
        return "fax";
    }

    @Override
    public List<Place> ofMachine(MachineHome machine) {
        List<Place> places = new ArrayList<>();
        String data = machine.environment()
                .path("%ProgramData%")
                .orElse(machine.environment()
                        .path("%ALLUSERSPROFILE%\\Application Data")
                        .orElse(machine.drives().get(0) + "ProgramData"));
        FOLDERS.forEach(name -> places.add(place(WindowsPath.child(data, USUAL + "\\" + name))));
        named(machine, FAX, "ArchiveFolder")
                .ifPresent(named -> FOLDERS.forEach(name -> places.add(
                        place(WindowsPath.child(named.folder(), name)).because(named.evidence()))));
        for (String part : List.of("Inbox", "SentItems")) {
            named(machine, FAX.child(part), "Folder")
                    .ifPresent(named -> places.add(place(named.folder()).because(named.evidence())));
        }
        return places;
    }

    /** A folder that the registry names. */
    private record Named(String folder, Evidence evidence) {}

    private static Optional<Named> named(MachineHome machine, RegistryKey key, String value) {
        String where = key + "!" + value;
        if (machine.noted(where, machine.registry().value(key, value)) instanceof Reading.Present<RegistryValue> present
                && machine.noted(
                                where,
                                machine.environment().path(present.value().text()))
                        instanceof Reading.Present<String> folder
                && new NamePattern(folder.value()).isLiteral()) {
            return Optional.of(new Named(
                    folder.value(), new Evidence(where, present.value().text())));
        }
        return Optional.empty();
    }

    private Place place(String path) {
        return Place.of(name(), Optional.empty(), path, Origin.KNOWN_PLACE);
    }
}
