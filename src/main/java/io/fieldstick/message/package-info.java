/**
 * The sentences that people read, in every language they are written in.
 *
 * <p>A {@link io.fieldstick.message.Message} is a key and its arguments. The key's first part is its area, and the words
 * are in {@code <area>_en.properties} and {@code <area>_zh.properties} beside this package. A message becomes text only
 * where it is shown, so everything else is free of language. Anybody may call this package; it calls nobody.
 */
@NullMarked
package io.fieldstick.message;

import org.jspecify.annotations.NullMarked;
