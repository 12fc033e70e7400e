/**
 * What a person would miss after a reinstall: where it lies, how much it is, and what could not be read.
 *
 * <p>Each {@link io.fieldstick.userdata.UserDataKind} names the places of one kind of data out of the registry; one
 * {@link io.fieldstick.userdata.DiskWalk} then reads every folder once for all of them. Nothing is written, no link is
 * followed, and no file that lies only in the cloud is opened. Called by {@code audit}, {@code backup}, {@code report}
 * and {@code cli}; calls {@code windows} and {@code message}.
 */
@NullMarked
package io.fieldstick.userdata;

import org.jspecify.annotations.NullMarked;
