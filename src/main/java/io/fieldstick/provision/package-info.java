/**
 * The engine: from settings it derives verify, dry run and provision, and from the journal undo.
 *
 * <p>The one invariant: a change is in the {@link io.fieldstick.provision.Journal}, forced to the disk, before it is made.
 * Called by {@code cli} and {@code report}; calls {@code setting} and {@code windows}.
 */
@NullMarked
package io.fieldstick.provision;

import org.jspecify.annotations.NullMarked;
