package io.fieldstick.windows;

/** The power plans of the running Windows; a refusal is a {@link WindowsException} and has changed nothing. */
public interface Power extends PowerView {

    /** Puts the plan in force. */
    void activate(String plan);

    /** Sets a plan's timeout; where the plan is in force, it is so at once. */
    void setSeconds(String plan, PowerTimeout timeout, PowerSource source, int seconds);
}
