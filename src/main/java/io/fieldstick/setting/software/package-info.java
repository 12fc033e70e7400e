/**
 * Which installed program a rule of the profile means: names, publishers, versions and conditions.
 *
 * <p>Pure: it compares values that were read already. Called by the software settings; calls {@code windows} and
 * {@code message}. Invariant: no name, version or pattern, however it is made, keeps a comparison from ending soon.
 */
@NullMarked
package io.fieldstick.setting.software;

import org.jspecify.annotations.NullMarked;
