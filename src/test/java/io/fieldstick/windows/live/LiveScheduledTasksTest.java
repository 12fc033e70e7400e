package io.fieldstick.windows.live;

import io.fieldstick.windows.ScheduledTasks;
import io.fieldstick.windows.ScheduledTasksContract;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.WINDOWS)
class LiveScheduledTasksTest extends ScheduledTasksContract {
    @Override
    protected ScheduledTasks tasks() {
        return new LiveScheduledTasks();
    }
}
