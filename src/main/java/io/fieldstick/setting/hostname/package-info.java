/**
 * How a host name is made of the profile's pattern, a department and a person, and what a host name may be.
 *
 * <p>Pure: text in, text and an account of how it came about out; nothing here knows Windows. Called by the host-name
 * setting and by {@code cli}; calls {@code message}. Invariant: no name is ever cut or changed without a word about it.
 */
@NullMarked
package io.fieldstick.setting.hostname;

import org.jspecify.annotations.NullMarked;
