/**
 * A profile's YAML text becomes a {@link io.fieldstick.profile.Profile}, or all of its problems at once, each with its place.
 *
 * <p>This package knows YAML and {@link io.fieldstick.profile.Shape}s and nothing of what the settings mean: {@code setting}
 * says which sections there are and makes sense of their values, {@code cli} calls the reader and shows the problems.
 * Invariant: whatever bytes a file holds, reading it ends soon, within bounded memory, in a profile or in problems;
 * never in an exception. Only this package touches SnakeYAML.
 */
@NullMarked
package io.fieldstick.profile;

import org.jspecify.annotations.NullMarked;
