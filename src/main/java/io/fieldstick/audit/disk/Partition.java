package io.fieldstick.audit.disk;

/**
 * A partition as its table describes it, which need not be true.
 *
 * @param number as Windows and Linux count: 1 to 4 in an MBR, from 5 on in an extended partition, by slot in a GPT
 * @param start the byte of the disk at which it begins
 * @param length its bytes; it may claim to reach beyond the end of the disk
 */
public record Partition(int number, PartitionType type, long start, long length) {

    /** Whether it claims bytes beyond the {@code diskLength} that there are. */
    boolean reachesBeyond(long diskLength) {
        return start >= diskLength || length > diskLength - start;
    }
}
