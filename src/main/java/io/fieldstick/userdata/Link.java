package io.fieldstick.userdata;

/**
 * A junction, symbolic link or mount point, which was not followed.
 *
 * @param tag its reparse tag
 * @param compatibility whether it is hidden and system, as those are that Windows lays for old programs ("Documents and
 *     Settings", "My Documents"): what they lead to is counted where it lies
 */
public record Link(String path, int tag, boolean compatibility) {}
