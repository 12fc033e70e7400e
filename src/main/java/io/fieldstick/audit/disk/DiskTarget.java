package io.fieldstick.audit.disk;

/** What the disk audit is to look at. */
public sealed interface DiskTarget {

    /** Every volume with a letter, every disk, and what Windows has in mind for its next start. */
    record Everything() implements DiskTarget {}

    /** One disk by its device name, {@code \\.\PhysicalDrive0}. */
    record Disk(String device) implements DiskTarget {}

    /** One volume by its letter. */
    record Volume(char letter) implements DiskTarget {
        public Volume {
            letter = Character.toUpperCase(letter);
        }
    }
}
