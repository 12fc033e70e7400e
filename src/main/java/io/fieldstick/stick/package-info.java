/**
 * The stick and what lies on it: its folders, and the case of each visit.
 *
 * <p>Nothing here is written to a disk that is being rescued. Called by {@code cli}; calls {@code windows}.
 */
@NullMarked
package io.fieldstick.stick;

import org.jspecify.annotations.NullMarked;
