/**
 * What a workstation can be asked to be, one file per setting, and everything this program can do to one.
 *
 * <p>{@link io.fieldstick.setting.SettingCatalogue} lists the settings, {@link io.fieldstick.setting.Change} the effects. A
 * setting compares and never writes: it is handed a {@code WindowsView}. Called by {@code provision}, {@code report} and
 * {@code cli}; calls {@code profile} and {@code windows}.
 */
@NullMarked
package io.fieldstick.setting;

import org.jspecify.annotations.NullMarked;
