/**
 * Whether a disk can be trusted, and what exactly is wrong with one that cannot.
 *
 * <p>Partition tables, boot sectors and signatures are parsed by pure functions over {@code Sectors}, and
 * {@link io.fieldstick.audit.disk.DiskAudit} makes findings of them and of what Windows says. The one invariant: every
 * byte may be hostile, so no length, offset or count is believed, and a read never leaves the device. Called by
 * {@code cli}; calls {@code windows} and {@code message}. It has no way to write.
 */
@NullMarked
package io.fieldstick.audit.disk;

import org.jspecify.annotations.NullMarked;
