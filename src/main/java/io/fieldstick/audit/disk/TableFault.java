package io.fieldstick.audit.disk;

import io.fieldstick.windows.Evidence;

/** Something that is not as it should be in a partition table, and the bytes that show it. */
public record TableFault(Kind kind, Evidence evidence) {

    /** What can be wrong with a partition table. */
    public enum Kind {
        /** The first GPT header or its entries are broken, the backup at the end of the disk is used. */
        GPT_FIRST_BROKEN,
        /** The backup GPT at the end of the disk is broken or not there. */
        GPT_BACKUP_BROKEN,
        /** The MBR says that there is a GPT, and neither of its headers is any good. */
        GPT_LOST,
        /** There is a GPT, but no MBR that protects it. */
        PROTECTION_MISSING,
        /** There is a GPT, and the MBR beside it names partitions too. */
        HYBRID,
        /** The chain of logical partitions runs in a circle or out of the disk, or breaks off. */
        CHAIN_BROKEN,
        /** There are more entries than are looked at. */
        TOO_MANY,
        /** The table was written for other sectors than the device has: 4096 bytes for 512, or the other way round. */
        OTHER_SECTOR_SIZE
    }
}
