package io.fieldstick.cli;

import io.fieldstick.setting.Answers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that work on a profile: which one, which of its sections, and the answers for it. */
final class ProfileOptions {
    @Option(names = "--profile", paramLabel = "FILE", descriptionKey = "cli.option.profile")
    @Nullable
    Path profile;

    @Option(names = "--only", paramLabel = "NAME", split = ",", descriptionKey = "cli.option.only")
    List<String> only = List.of();

    @Option(names = "--skip", paramLabel = "NAME", split = ",", descriptionKey = "cli.option.skip")
    List<String> skip = List.of();

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "cli.option.set")
    Map<String, String> set = Map.of();

    /** Of {@code provision} only: the programs that the user has agreed to, and those that the user asks for. */
    Set<String> consent = Set.of();

    Set<String> with = Set.of();

    @Option(names = "--roster", paramLabel = "FILE", descriptionKey = "cli.option.roster")
    @Nullable
    Path roster;

    /** Whether the section {@code name} is wanted. */
    Predicate<String> selected() {
        return name -> (only.isEmpty() || only.contains(name)) && !skip.contains(name);
    }

    /** What the engineer said of the workstation, with the installers of the stick. */
    Answers answers(Session session) {
        // Whole, because what Windows takes literally has no "." in it.
        String installers =
                session.resolve(session.surroundings().home().installers()).toString();
        return new Answers(set, Optional.of(installers), consent, with);
    }
}
