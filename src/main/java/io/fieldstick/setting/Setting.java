package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.WindowsPage;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Optional;

/**
 * One thing a workstation must be: what is desired, how to read what is, and which changes lead from one to the other.
 *
 * @param <S> what is read of the machine; absence and refusals are part of it
 */
public interface Setting<S> {

    /** The name for {@code --only}, the journal and programs: the section of the profile, and what follows a slash. */
    String name();

    /** What it is, in a few words. */
    Message title();

    /** What the profile asks for. */
    Message desired();

    /** Reads what is; asks Windows for the effective value where it can be asked. Never throws for what it finds. */
    S read(WindowsView windows);

    /** Compares {@code actual} with what is desired; pure, so from the desired state it derives no change. */
    Judgement judge(S actual);

    /** How much a difference matters as its own rule says; empty where its rule says nothing of it. */
    default Optional<Severity> severity() {
        return Optional.empty();
    }

    /** Reads and judges in one step. */
    default Judgement judgeOn(WindowsView windows) {
        return judge(read(windows));
    }

    /** What the user must be asked before this may be brought about on {@code windows}; empty where nothing. */
    default Optional<Message> question(WindowsView windows) {
        return Optional.empty();
    }

    /** Why this could not be brought about on {@code windows} with what the stick carries, each a sentence. */
    default List<Message> obstacles(WindowsView windows) {
        return List.of();
    }

    /** The files below the stick's folder of installers that it may need to be brought about, with backslashes. */
    default List<String> installers() {
        return List.of();
    }

    /** The page of {@code windows} on which a person can bring about by hand what this program may not; empty where none can. */
    default Optional<WindowsPage> page(WindowsView windows) {
        return Optional.empty();
    }
}
