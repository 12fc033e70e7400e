package io.fieldstick.userdata;

/** Who looks on while the disk is walked, and may stop it; it is never called from two threads at once. */
public interface Watch {
    /** Nobody looks on. */
    Watch NOBODY = progress -> true;

    /** Takes note of {@code progress}, after every folder; {@code false} stops the walk, which keeps what it has. */
    boolean goOn(Progress progress);

    /**
     * How far a walk is.
     *
     * @param folders folders looked into so far
     * @param files files seen so far
     * @param bytes the bytes of those on the disk
     * @param bytesInUse what the drives hold together, as far as they say: the measure of what is left
     * @param where the folder that was looked into last
     */
    record Progress(long folders, long files, long bytes, long bytesInUse, String where) {}
}
