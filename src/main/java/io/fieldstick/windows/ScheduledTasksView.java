package io.fieldstick.windows;

/** The programs that this Windows starts by itself. */
public interface ScheduledTasksView {

    /** What the Task Scheduler says that the task {@code name} of its root folder is, as XML; absent where there is none. */
    Reading<String> definition(String name);
}
