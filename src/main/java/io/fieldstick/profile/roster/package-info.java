/**
 * The roster: a table that says whom each workstation is for, by its serial number or the address of its network adapter.
 *
 * <p>Pure but for reading the file. Called by {@code cli}; calls {@code profile} for text and problems, and FastCSV, which
 * nobody else knows. Invariant: a roster with anything wrong in it gives no rows, only problems with their places.
 */
@NullMarked
package io.fieldstick.profile.roster;

import org.jspecify.annotations.NullMarked;
