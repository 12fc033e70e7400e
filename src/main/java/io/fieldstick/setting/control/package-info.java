/**
 * What a package of an ActiveX control says of itself.
 *
 * <p>Pure: it reads bytes that were fetched already, and whoever made them may be hostile. Called by the ActiveX setting
 * and its changes; calls {@code message}.
 */
@NullMarked
package io.fieldstick.setting.control;

import org.jspecify.annotations.NullMarked;
