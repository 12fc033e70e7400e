package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/**
 * A profile written from a machine that is as it should be: it asks for what is found there, and {@code verify} passes
 * there.
 *
 * <p>Each section is judged on the machine before it is written; one that would not pass is left out, with a comment. No
 * secret is repeated.
 *
 * @param yaml the text of the profile, with comments
 * @param notRead what could not be read, so that the profile says nothing of it
 */
public record LearnedProfile(String yaml, List<Message> notRead) {
    public LearnedProfile {
        notRead = List.copyOf(notRead);
    }

    /** The profile {@code name} of {@code windows}, with comments in the language of {@code messages}. */
    public static LearnedProfile of(WindowsView windows, String name, Messages messages) {
        ProfileDraft draft = new ProfileDraft(windows, messages);
        new LearnedSections(draft).write(name);
        return new LearnedProfile(draft.yaml(), draft.notRead());
    }
}
