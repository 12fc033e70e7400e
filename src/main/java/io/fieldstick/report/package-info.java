/**
 * One run's result, as people and programs read it: a {@link io.fieldstick.report.Format} for each form.
 *
 * <p>Everything on a page comes from {@link io.fieldstick.report.Result}; nothing is asked of Windows here. Called by
 * {@code cli}; calls {@code provision}, {@code audit} and {@code userdata}.
 */
@NullMarked
package io.fieldstick.report;

import org.jspecify.annotations.NullMarked;
