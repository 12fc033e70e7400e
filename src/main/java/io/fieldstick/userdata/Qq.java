package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chats and received files of QQ, TIM and QQNT, wherever they were put. */
final class Qq implements UserDataKind {
    /** Observed: where QQ and TIM keep which folder was chosen, for all users together. */
    private static final List<String> SETTINGS = List.of(
            "%PUBLIC%\\Documents\\Tencent\\QQ\\UserDataInfo.ini",
            "%PUBLIC%\\Documents\\Tencent\\TIM\\UserDataInfo.ini");

    private static final String FOLDER = "UserDataSavePath=";
    private static final String CHOSEN = "UserDataSavePathType=2";
    private static final int SETTINGS_LENGTH = 16 << 10;

    @Override
    public String name() {
        return "qq";
    }

    @Override
    public List<Place> ofUser(UserHome user) {
        return user.in(KnownFolder.DOCUMENTS, "Tencent Files", name()).stream()
                .map(Qq::advised)
                .toList();
    }

    @Override
    public List<Place> ofMachine(MachineHome machine) {
        List<Place> places = new ArrayList<>();
        for (String settings : SETTINGS) {
            Reading<byte[]> bytes = machine.environment()
                    .path(settings)
                    .flatMap(file -> machine.noted(file, machine.files().bytes(file, 0, SETTINGS_LENGTH)));
            chosen(WeChat.decoded(bytes.orElse(new byte[0])))
                    .map(folder -> advised(Place.of(name(), Optional.empty(), folder, Origin.KNOWN_PLACE)))
                    .ifPresent(places::add);
        }
        return places;
    }

    /** The folder that the settings name; empty where they name none, or the documents. */
    static Optional<String> chosen(String settings) {
        List<String> lines = settings.lines().map(String::strip).toList();
        return lines.stream()
                .filter(line -> lines.contains(CHOSEN) && line.startsWith(FOLDER))
                .map(line -> WindowsPath.normal(line.substring(FOLDER.length()).strip()))
                .filter(path -> WindowsPath.isAbsolute(path) && new NamePattern(path).isLiteral())
                .findFirst();
    }

    private static Place advised(Place place) {
        return place.advising(Optional.of(Message.of("userdata.advice.chat")));
    }
}
