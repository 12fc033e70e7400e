package io.fieldstick.cli;

import io.fieldstick.stick.StickHome;
import io.fieldstick.windows.Windows;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that the program takes from outside, so that a test can bring its own.
 *
 * @param windows the running Windows, made when it is first needed; empty on another system
 * @param account the account that the program runs as
 * @param workingFolder what relative paths on the command line are relative to
 */
public record Surroundings(
        Supplier<Optional<Windows>> windows,
        Terminal terminal,
        Elevation elevation,
        StickHome home,
        String account,
        Path workingFolder,
        Clock clock,
        Locale locale) {

    /** {@code path} of the command line as an absolute path. */
    Path resolve(Path path) {
        return workingFolder.resolve(path).normalize();
    }
}
