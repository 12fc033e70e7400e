/**
 * The end-to-end tests: the very stick that ships, on a Windows Java runtime, in a fresh Windows under Wine.
 *
 * <p>Run by {@code scripts/check}, or one by one after {@code scripts/make-stick} with {@code mvn -Pwine verify
 * -Dit.test=StickIT}. Every test has its own prefix; nothing outside of {@code target/} is touched.
 */
@NullMarked
package io.fieldstick.e2e;

import org.jspecify.annotations.NullMarked;
