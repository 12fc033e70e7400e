/**
 * Whether what must be saved fits where it is to be saved to, and how long that may take.
 *
 * <p>Called by {@code cli} and {@code report}; calls {@code userdata} and {@code windows}. The invariant: nothing is
 * written to the target, not even to measure it.
 */
@NullMarked
package io.fieldstick.audit.backup;

import org.jspecify.annotations.NullMarked;
