/**
 * A Windows that is not running: its hive files, its folders and what they say, seen from another Windows or from Linux.
 *
 * <p>{@link io.fieldstick.windows.offline.hive.Hive} reads the hives. Called by {@code Main}; calls {@code windows}. The
 * invariant: every file is opened for reading only, the hives' logs too, and no hive is mounted.
 */
@NullMarked
package io.fieldstick.windows.offline;

import org.jspecify.annotations.NullMarked;
