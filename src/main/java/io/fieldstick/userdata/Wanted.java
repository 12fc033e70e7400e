package io.fieldstick.userdata;

import java.util.Set;

/**
 * Files that are user data wherever they lie, by the endings of their names.
 *
 * @param endings in lower case, with the dot
 * @param claim what they are counted for
 * @param inWindowsToo whether they are user data even among Windows's own files
 */
record Wanted(Set<String> endings, Claim claim, boolean inWindowsToo) {}
