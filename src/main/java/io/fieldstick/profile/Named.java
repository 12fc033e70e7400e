package io.fieldstick.profile;

import io.fieldstick.message.Message;

/**
 * How a message calls a value that is being read, and where it points when the value itself is not there.
 *
 * @param at the key, or for an item of a list its first line
 */
record Named(Message name, Span at) {

    static Named key(String key, Span at) {
        return new Named(Message.of("profile.named.key", Quote.of(key)), at);
    }

    Named item(Span at) {
        return new Named(Message.of("profile.named.item", name), at);
    }
}
