package io.fieldstick.cli;

import io.fieldstick.stick.StickHome;
import io.fieldstick.windows.InMemoryWindows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** A visit of an engineer: a stick in a folder, a Windows in memory, a terminal; command lines are run as they are typed. */
final class Visit {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    final Path folder;
    final InMemoryWindows windows;
    ScriptedTerminal terminal = new ScriptedTerminal();
    List<String> elevatedWith = List.of();
    OptionalInt elevatedExit = OptionalInt.empty();
    private int minutes;

    Visit(Path folder, InMemoryWindows windows) {
        this.folder = folder;
        this.windows = windows;
        try {
            Files.createDirectories(folder.resolve("profiles"));
            Files.copy(
                    Path.of("profiles/special-programs.yaml"),
                    folder.resolve("profiles/special-programs.yaml"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a profile on the stick and returns its path. */
    Path profile(String name, String yaml) {
        try {
            return Files.writeString(folder.resolve("profiles").resolve(name), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one command line a minute after the one before, and returns its exit code. */
    int run(String... arguments) {
        if (!terminal.interactive()) {
            terminal = new ScriptedTerminal();
        }
        Surroundings surroundings = new Surroundings(
                () -> Optional.of(windows),
                terminal,
                elevated -> {
                    elevatedWith = elevated;
                    return elevatedExit;
                },
                new StickHome(folder),
                "engineer",
                folder,
                Clock.fixed(NOON.plusSeconds(60L * minutes++), ZoneOffset.UTC),
                Locale.ENGLISH);
        return new FieldstickCommandLine(surroundings).run(arguments);
    }

    /** What standard output showed, with the stick's folder written as {@code STICK}. */
    String output() {
        return shown(terminal.output());
    }

    /** What standard error showed, likewise. */
    String errors() {
        return shown(terminal.errors());
    }

    private String shown(String text) {
        return text.replace(folder.toString(), "STICK");
    }
}
