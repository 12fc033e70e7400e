package io.fieldstick.windows.offline.hive;

import io.fieldstick.message.Message;

/**
 * Something of a hive that could not be read, or not be trusted.
 *
 * @param offset the byte of the hive file (or of its log) where it was seen
 * @param what what is wrong there, in one sentence
 */
public record HiveProblem(long offset, Message what) {
    static HiveProblem at(long offset, String key, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = "0x" + Long.toHexString(offset);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new HiveProblem(offset, Message.of(key, arguments));
    }
}
