package io.fieldstick.windows;

/** The tasks of the running Windows; a refusal is a {@link WindowsException} and has changed nothing. */
public interface ScheduledTasks extends ScheduledTasksView {

    /** Makes the task {@code name} as {@code xml} says, or makes it so; only administrators can change or start it. */
    void create(String name, String xml);

    /** Deletes the task {@code name}; nothing where there is none. */
    void delete(String name);
}
