/**
 * The running Windows, through JNA; nobody else calls native code.
 *
 * <p>Native methods stand in one class for each DLL, named after it; those classes only bind. The rest brings bytes out
 * of them and translates every refusal in {@link io.fieldstick.windows.live.Refusal}. No JNA type leaves this package.
 * Only {@code Main} may call it. Constructing {@link io.fieldstick.windows.live.LiveWindows} loads nothing native: a
 * DLL is loaded when its first function is called. The process is a 64-bit one: handles and pointers are {@code long}.
 */
@NullMarked
package io.fieldstick.windows.live;

import org.jspecify.annotations.NullMarked;
