/**
 * The port to Windows: interfaces named after the Windows noun, and values. No input or output, no JNA.
 *
 * <p>{@link io.fieldstick.windows.WindowsView} reads, {@link io.fieldstick.windows.Windows} also writes; whoever holds a
 * view cannot change the machine, by type. Every read answers with a {@link io.fieldstick.windows.Reading}: a value,
 * absent, or unreadable with the reason. Anybody may call this package; it calls {@code message} only.
 */
@NullMarked
package io.fieldstick.windows;

import org.jspecify.annotations.NullMarked;
