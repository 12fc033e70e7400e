package io.fieldstick.profile;

import io.fieldstick.message.FileTrouble;
import io.fieldstick.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the site file that a profile names: beside it or below, never outside of its folder. */
final class SiteFile {
    /** No drive, no UNC path, no alternate stream, no device: none of these needs the characters that are left. */
    private static final Pattern OUTWARD =
            Pattern.compile("^[/\\\\].*|.*:.*|(^|.*[/\\\\])\\.\\.([/\\\\].*|$)", Pattern.DOTALL);

    private SiteFile() {}

    /** The path of {@code written} beside {@code profile}; empty after a problem. */
    static Optional<Path> beside(Path profile, String written, Span at, Problems problems) {
        try {
            Path site = profile.resolveSibling(written);
            if (!OUTWARD.matcher(written).matches() && !leadsOut(profile, site)) {
                return Optional.of(site);
            }
        } catch (InvalidPathException e) {
            // Not a path at all: the same answer.
        } catch (IOException e) {
            problems.add(Problem.of(Message.of("profile.file.unreadable", Quote.of(written), FileTrouble.why(e)), at));
            return Optional.empty();
        }
        problems.add(Problem.of(Message.of("profile.site.outside", Quote.of(written)), at)
                .help(Message.of("profile.site.outside-help")));
        return Optional.empty();
    }

    /** Whether a symbolic link takes the path out of the profile's folder. */
    private static boolean leadsOut(Path profile, Path site) throws IOException {
        if (!Files.exists(site)) {
            return false;
        }
        Path folder = profile.toAbsolutePath().getParent();
        return folder != null && !site.toRealPath().startsWith(folder.toRealPath());
    }

    /** The values in the files of {@code named}; a site file that cannot be read leaves them incomplete. */
    static Optional<SourceText> addTo(
            SiteValues values, Path profile, String named, Span at, Problems problems, List<Message> notes) {
        Optional<ProfileText> text =
                beside(profile, named, at, problems).flatMap(path -> ProfileFile.read(path, Optional.of(at), problems));
        text.ifPresent(read -> notes.addAll(read.notes()));
        Optional<SourceText> source = text.map(ProfileText::source);
        source.flatMap(s -> YamlTree.compose(s, problems))
                .ifPresentOrElse(root -> values.addFile(root, source.orElseThrow(), problems), values::fileIsMissing);
        return source;
    }
}
