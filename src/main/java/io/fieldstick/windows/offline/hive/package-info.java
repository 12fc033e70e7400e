/**
 * The registry hive format (regf): files of bytes in, keys and values out, nothing written.
 *
 * <p>{@link io.fieldstick.windows.offline.hive.Hive} is what others use; it knows nothing of paths, disks or Windows.
 * The invariant: no byte of a hive is believed. An offset, a length, a count or a name that does not fit becomes a
 * {@link io.fieldstick.windows.offline.hive.HiveProblem}, the rest is read on, and no exception leaves.
 *
 * <p>Source of every number here: M. Suhanov, "Windows registry file format specification" (github.com/msuhanov/regf).
 */
@NullMarked
package io.fieldstick.windows.offline.hive;

import org.jspecify.annotations.NullMarked;
