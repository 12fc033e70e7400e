package io.fieldstick.userdata;

import io.fieldstick.message.Message;

/** What becomes of a file on the drive of Windows when that is reinstalled; every byte has exactly one. */
public enum Fate {
    /** No rule and no kind of data knows it: somebody must look before it is lost. */
    UNEXPLAINED,
    /** It belongs to a kind of user data. */
    TO_SAVE,
    /** Caches, waste and the like, which nobody misses: knowingly left. */
    LEFT,
    /** A program's own files: they come back with its setup. */
    REINSTALLABLE,
    /** Windows's own files. */
    SYSTEM;

    public Message words() {
        return Message.of("userdata.fate." + UserDataItem.kebab(name()));
    }

    /** Whether a folder with this fate that cannot be read leaves the audit incomplete. */
    boolean matters() {
        return this == UNEXPLAINED || this == TO_SAVE;
    }
}
