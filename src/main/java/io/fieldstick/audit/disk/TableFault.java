package io.fieldstick.audit.disk;

import io.fieldstick.windows.Evidence;

/** Something that is not as it should be in a partition table, and the bytes that show it. */
public record TableFault(Kind kind, Evidence evidence) {

    /** What can be wrong with a partition table. */
    public enum Kind {
        /** The first GPT header or its entries are broken, the backup at the end of the disk is used. */
        GPT_FIRST_BROKEN("gpt-first-broken"),
        /** The backup GPT at the end of the disk is broken or not there. */
        GPT_BACKUP_BROKEN("gpt-backup-broken"),
        /** The MBR says that there is a GPT, and neither of its headers is any good. */
        GPT_LOST("gpt-lost"),
        /** There is a GPT, but no MBR that protects it. */
        PROTECTION_MISSING("protection-missing"),
        /** There is a GPT, and the MBR beside it names partitions too. */
        HYBRID("hybrid"),
        /** The chain of logical partitions runs in a circle or out of the disk, or breaks off. */
        CHAIN_BROKEN("chain-broken"),
        /** There are more entries than are looked at. */
        TOO_MANY("too-many"),
        /** The table was written for other sectors than the device has: 4096 bytes for 512, or the other way round. */
        OTHER_SECTOR_SIZE("other-sector-size");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Its name for programs and message keys. */
        public String key() {
            return key;
        }
    }
}
