/**
 * Fieldstick's entry point and wiring: {@link io.fieldstick.Main} brings the live Windows, the clock and the console to the
 * commands. Only this package names {@code windows.live}; nothing may depend on it.
 */
@NullMarked
package io.fieldstick;

import org.jspecify.annotations.NullMarked;
