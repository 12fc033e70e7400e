/**
 * Fieldstick's entry point: {@link io.fieldstick.Main} wires the live Windows, the clock and the console to the
 * commands. It is the only class that names {@code windows.live}; nothing may depend on this package.
 */
@NullMarked
package io.fieldstick;

import org.jspecify.annotations.NullMarked;
