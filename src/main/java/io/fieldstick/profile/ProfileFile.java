package io.fieldstick.profile;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings the text of a profile, a site file or a roster, if it is no longer than such a file can be. */
public final class ProfileFile {
    /** The longest real profile has some 20 kB. */
    static final int MOST_BYTES = 1_000_000;

    /** In a folder with more files than this nobody looks for a neighbour with a similar name. */
    private static final int NEIGHBOURS = 1000;

    private ProfileFile() {}

    /** The text of {@code file}; empty after a problem, which points to {@code askedFor} if the profile names the file. */
    public static Optional<ProfileText> read(Path file, Optional<Span> askedFor, Problems problems) {
        SourceText source = SourceText.file(file.toString(), "");
        Span at = askedFor.orElse(Span.whole(source));
        try {
            if (!Files.isRegularFile(file)) {
                problems.add(notAFile(file, at));
                return Optional.empty();
            }
            byte[] bytes = bytes(file);
            if (bytes.length > MOST_BYTES) {
                problems.add(Problem.of(Message.of("profile.file.too-large", file, MOST_BYTES / 1000), at)
                        .help(Message.of("profile.file.too-large-help")));
                return Optional.empty();
            }
            return ProfileText.decode(file.toString(), bytes, problems);
        } catch (IOException | SecurityException e) {
            problems.add(Problem.of(Message.of("profile.file.unreadable", file, reason(e)), at));
            return Optional.empty();
        }
    }

    /** At most one byte more than allowed, whatever size the file claims to have. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    private static Problem notAFile(Path file, Span at) {
        if (Files.isDirectory(file)) {
            return Problem.of(Message.of("profile.file.folder", file), at);
        }
        if (Files.exists(file)) {
            return Problem.of(Message.of("profile.file.device", file), at);
        }
        Problem missing = Problem.of(Message.of("profile.file.missing", file), at);
        return DidYouMean.on(missing, nameOf(file), neighbours(file));
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private static List<String> neighbours(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(NEIGHBOURS)
                    .map(ProfileFile::nameOf)
                    .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException | RuntimeException e) {
            // The folder is not there either, or may not be listed: then there is nothing to suggest.
            return List.of();
        }
    }

    private static Object reason(Exception e) {
        if (e instanceof AccessDeniedException) {
            return Message.of("profile.file.access-denied");
        }
        if (e instanceof NoSuchFileException) {
            return Message.of("profile.file.vanished");
        }
        return e instanceof IOException trouble ? FileTrouble.why(trouble) : Quote.of(String.valueOf(e.getMessage()));
    }
}
