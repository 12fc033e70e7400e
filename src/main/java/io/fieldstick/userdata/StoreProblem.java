package io.fieldstick.userdata;

import io.fieldstick.message.Message;

/**
 * Something about an Outlook data file that somebody should know before it is saved.
 *
 * @param name stable and kebab-case: {@code truncated}
 */
public record StoreProblem(String name, Message what) {}
