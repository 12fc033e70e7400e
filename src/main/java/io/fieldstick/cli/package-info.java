/**
 * The command line: one class for each command, options in, result out; what the person sees and the exit code.
 *
 * <p>The only package that knows picocli and that writes to standard output. Called by {@code Main}, which supplies the
 * {@link io.fieldstick.cli.Surroundings}; calls everything but the adapters of the Windows port.
 */
@NullMarked
package io.fieldstick.cli;

import org.jspecify.annotations.NullMarked;
