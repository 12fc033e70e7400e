package io.fieldstick.userdata;

import io.fieldstick.message.Message;

/** Why a place is looked at. */
public enum Origin {
    /** The user's registry names it. */
    REGISTRY,
    /** The user's registry names none, so Windows uses its default. */
    DEFAULT,
    /** The user's registry could not be read; this is where Windows puts it by default. */
    ASSUMED,
    /** The data is kept elsewhere now; this is the default place, where some of it may have stayed. */
    LEFT_BEHIND,
    /** A fixed place of Windows or of a program. */
    KNOWN_PLACE,
    /** It was found by its name on the disk. */
    FOUND;

    public Message words() {
        return Message.of("userdata.origin." + UserDataItem.kebab(name()));
    }
}
