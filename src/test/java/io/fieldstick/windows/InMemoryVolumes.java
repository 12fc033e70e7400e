package io.fieldstick.windows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The volumes of {@link InMemoryWindows}. */
final class InMemoryVolumes implements Volumes {
    private final Map<Character, Mounted> volumes = new TreeMap<>();
    private final Map<String, Sectors> devices = new TreeMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();

    @Override
    public Reading<List<Volume>> list() {
        return Reading.of(volumes.entrySet().stream()
                .map(entry -> new Volume(entry.getKey(), entry.getValue().type()))
                .toList());
    }

    @Override
    public Reading<FileSystem> fileSystem(char letter) {
        Mounted volume = volumes.get(Character.toUpperCase(letter));
        if (volume == null) {
            return Reading.absent();
        }
        FileSystem fileSystem = volume.fileSystem();
        return fileSystem == null
                ? Reading.unreadable(WindowsErrors.error(Tried.askFileSystem(letter + ":\\"), volume.code()))
                : Reading.of(fileSystem);
    }

    @Override
    public Reading<Space> space(char letter) {
        Mounted volume = volumes.get(Character.toUpperCase(letter));
        if (volume == null) {
            return Reading.absent();
        }
        Space space = volume.space();
        return space == null
                ? Reading.unreadable(WindowsErrors.error(Tried.askSpace(letter + ":\\"), volume.code()))
                : Reading.of(space);
    }

    @Override
    public Reading<Sectors> open(String device) {
        String name = InMemoryRegistry.fold(device);
        Integer refusal = refusals.get(name);
        if (refusal != null) {
            return Reading.unreadable(WindowsErrors.error(Tried.openDevice(device), refusal));
        }
        Sectors sectors = devices.get(name);
        return sectors == null ? Reading.absent() : Reading.of(sectors);
    }

    void add(char letter, DriveType type, FileSystem fileSystem, Space space) {
        volumes.put(Character.toUpperCase(letter), new Mounted(type, fileSystem, space, 0));
    }

    void addFaulty(char letter, DriveType type, int code) {
        volumes.put(Character.toUpperCase(letter), new Mounted(type, null, null, code));
    }

    void device(String device, Sectors sectors) {
        devices.put(InMemoryRegistry.fold(device), sectors);
    }

    void refuseOpening(String device, int code) {
        refusals.put(InMemoryRegistry.fold(device), code);
    }

    private record Mounted(
            DriveType type,
            @Nullable FileSystem fileSystem,
            @Nullable Space space,
            int code) {}
}
