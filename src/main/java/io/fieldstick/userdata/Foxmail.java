package io.fieldstick.userdata;

import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mail of Foxmail, which lies beside the program and not in the user's profile. */
final class Foxmail implements UserDataKind {
    /** Observed: where Foxmail 7 says it is. */
    private static final String PREVIEW = "Software\\Aerofox\\FoxmailPreview";

    /** Foxmail 7 keeps mail in Storage, Foxmail 6 and before in mail. */
    private static final List<String> FOLDERS = List.of("Storage", "mail");

    private static final List<String> USUAL = List.of(
            "Foxmail*",
            "*\\Foxmail*",
            "Program Files*\\Foxmail*",
            "Program Files*\\Tencent\\Foxmail*",
            "Windows.old*\\Program Files*\\Foxmail*");

    @Override
    public String name() {
        return "foxmail";
    }

    @Override
    public List<Place> ofUser(UserHome user) {
        List<Place> places = new ArrayList<>();
        user.text(PREVIEW, "Executable").flatMap(user::path).ifPresent(program -> {
            for (String folder : FOLDERS) {
                String path = WindowsPath.child(WindowsPath.parent(program), folder);
                places.add(user.at(path, name(), Origin.KNOWN_PLACE).because(user.evidence(PREVIEW, "Executable")));
            }
        });
        return places;
    }

    @Override
    public List<Place> ofMachine(MachineHome machine) {
        return machine.drives().stream()
                .flatMap(drive -> USUAL.stream().map(folder -> drive + folder))
                .flatMap(folder -> FOLDERS.stream().map(name -> folder + "\\" + name))
                .map(path -> Place.of(name(), Optional.empty(), path, Origin.KNOWN_PLACE))
                .toList();
    }
}
