package io.fieldstick.windows.offline;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Sectors;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.Volumes;
import io.fieldstick.windows.WindowsError;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The volumes of a Windows that is not running, by its own letters; what is asked of them answers the host. */
final class OfflineVolumes implements Volumes {
    private static final String DEVICE = "\\\\.\\";

    private final DriveLetters letters;
    private final Reading<Volumes> host;

    OfflineVolumes(DriveLetters letters, Reading<Volumes> host) {
        this.letters = letters;
        this.host = host;
    }

    /** Those of its letters that are here now; as fixed drives where nobody says what they are. */
    @Override
    public Reading<List<Volume>> list() {
        List<Volume> hosts = host.flatMap(Volumes::list).orElse(List.of());
        return Reading.of(letters.all().stream()
                .filter(letter -> letters.now(letter).isPresent())
                .map(letter -> new Volume(letter, type(letters.now(letter).orElse(""), hosts)))
                .toList());
    }

    @Override
    public Reading<FileSystem> fileSystem(char letter) {
        return ask(
                letter, Tried.askFileSystem(letter + ":\\"), now -> host.flatMap(volumes -> volumes.fileSystem(now)));
    }

    @Override
    public Reading<Space> space(char letter) {
        return ask(letter, Tried.askSpace(letter + ":\\"), now -> host.flatMap(volumes -> volumes.space(now)));
    }

    @Override
    public Reading<Sectors> open(String device) {
        boolean letter = device.length() == DEVICE.length() + 2 && device.startsWith(DEVICE) && device.endsWith(":");
        return letter
                ? ask(
                        device.charAt(DEVICE.length()),
                        Tried.openDevice(device),
                        now -> host.flatMap(volumes -> volumes.open(DEVICE + now + ":")))
                : host.flatMap(volumes -> volumes.open(device));
    }

    private <T> Reading<T> ask(char letter, Message tried, Function<Character, Reading<T>> question) {
        if (!host.isPresent()) {
            return Reading.unreadable(new WindowsError(OfflineFiles.offline(tried), WindowsError.NOT_SUPPORTED, ""));
        }
        return letters.now(Character.toUpperCase(letter)).flatMap(root -> question.apply(root.charAt(0)));
    }

    private static DriveType type(String root, List<Volume> hosts) {
        return hosts.stream()
                .filter(volume -> root.toUpperCase(Locale.ROOT).startsWith(volume.letter() + ":"))
                .map(Volume::type)
                .findFirst()
                .orElse(DriveType.FIXED);
    }
}
