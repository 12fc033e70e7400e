package io.fieldstick.setting.software;

import io.fieldstick.setting.software.ProgramMatch.Answer;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.FileVersion;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A program file is there: at one path, or anywhere in the usual places, where people keep programs that need no
 * installation.
 *
 * @param file a path, in which {@code %ProgramFiles%} and the like may stand, or the bare name of an {@code .exe}
 * @param version by the file's version resource
 * @param sha256 the hash of its bytes in hexadecimal, where only this very file counts
 */
public record FileTrace(String file, VersionRange version, Optional<String> sha256) implements Trace {
    /** Whether {@code file} is a path and not a bare name. */
    public static boolean isPath(String file) {
        return file.indexOf('\\') >= 0;
    }

    @Override
    public Sighting.Look in(ProgramPlaces places) {
        List<Sighting> seen = new ArrayList<>();
        List<WindowsError> refused = new ArrayList<>();
        if (isPath(file)) {
            Reading<String> path = places.environment().path(file);
            Reading<FileEntry> entry = path.flatMap(places.windows().files()::entry);
            if (entry instanceof Reading.Unreadable<FileEntry> unreadable) {
                refused.add(unreadable.why());
            } else if (!entry.map(FileEntry::isDirectory).orElse(true)) {
                look(
                        places,
                        path.orElse(file),
                        entry.map(FileEntry::isOnlyInCloud).orElse(true),
                        seen,
                        refused);
            }
            return new Sighting.Look(seen, refused);
        }
        NamePattern name = NamePattern.of(file);
        ProgramPlaces.Programs found = places.programs();
        found.files().stream()
                .filter(program -> name.matches(program.entry().name()) == NamePattern.Answer.YES)
                .forEach(program -> look(places, program.path(), program.entry().isOnlyInCloud(), seen, refused));
        refused.addAll(found.refused());
        return new Sighting.Look(seen, refused);
    }

    /** A file that is only in the cloud is not opened, for that would fetch it: neither hash nor version is known. */
    private void look(
            ProgramPlaces places, String path, boolean inCloud, List<Sighting> seen, List<WindowsError> refused) {
        Files files = places.windows().files();
        Reading<String> hash = sha256.isEmpty() ? Reading.absent() : hash(places, path, inCloud);
        Reading<FileVersion> stated = inCloud ? Reading.absent() : FileVersion.of(files, path);
        if (hash instanceof Reading.Unreadable<String> unreadable) {
            refused.add(unreadable.why());
        } else if (sha256.isPresent() && !hash.orElse("").equalsIgnoreCase(sha256.get())) {
            return;
        } else if (!version.admitsAll() && stated instanceof Reading.Unreadable<FileVersion> unreadable) {
            refused.add(unreadable.why());
        } else {
            String number = stated.map(FileVersion::toString).orElse("");
            String words = number.isEmpty() ? path : path + " " + number;
            String value = sha256.map(same -> "SHA-256 " + same.toLowerCase(Locale.ROOT))
                    .orElse(number.isEmpty() ? "exists" : number);
            seen.add(new Sighting(answer(number, inCloud), words, new Evidence(path, value)));
        }
    }

    private static Reading<String> hash(ProgramPlaces places, String path, boolean inCloud) {
        return inCloud
                ? Reading.unreadable(new WindowsError(Tried.readFromCloud(path), WindowsError.FILE_OFFLINE, ""))
                : places.hashes().of(path);
    }

    private Answer answer(String stated, boolean inCloud) {
        return inCloud && !version.admitsAll() ? Answer.VERSION_NOT_STATED : ProgramMatch.byVersion(version, stated);
    }
}
