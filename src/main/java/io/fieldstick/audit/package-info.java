/**
 * What the audit finds out about the computer and its disks, as {@link io.fieldstick.audit.Finding}s.
 *
 * <p>It only looks: everything here works on a {@code WindowsView} or on {@code Sectors}, neither of which can write.
 * Called by {@code cli} and {@code report}; calls {@code userdata} and {@code windows}.
 */
@NullMarked
package io.fieldstick.audit;

import org.jspecify.annotations.NullMarked;
