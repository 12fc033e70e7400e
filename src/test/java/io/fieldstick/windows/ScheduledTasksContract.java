package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the Task Scheduler of every {@link Windows} does. */
public abstract class ScheduledTasksContract {
    private static final String NAME = "Fieldstick-contract";
    private static final String XML = """
            <?xml version="1.0" encoding="UTF-16"?>
            <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
              <Triggers><BootTrigger><EndBoundary>2099-01-01T00:00:00Z</EndBoundary></BootTrigger></Triggers>
              <Principals><Principal id="Author"><UserId>S-1-5-18</UserId></Principal></Principals>
              <Settings><ExecutionTimeLimit>PT8H</ExecutionTimeLimit></Settings>
              <Actions Context="Author"><Exec><Command>C:\\nothing.exe</Command></Exec></Actions>
            </Task>
            """;

    protected abstract ScheduledTasks tasks();

    @AfterEach
    void itIsGone() {
        tasks().delete(NAME);
    }

    @Test
    void aTaskThatIsNotThereIsAbsentAndDeletingItIsNothing() {
        assertThat(tasks().definition(NAME).isAbsent()).isTrue();
        tasks().delete(NAME);
    }

    @Test
    void aTaskIsThereOnceItIsCreatedAndGoneOnceItIsDeleted() {
        tasks().create(NAME, XML);
        tasks().create(NAME, XML);
        // Wine keeps the task but forgets what it does; a run with --resume looks at that each time.
        assertThat(tasks().definition(NAME).orElse("")).contains("<Task", "<Actions", "PT8H");
        tasks().delete(NAME);
        assertThat(tasks().definition(NAME).isAbsent()).isTrue();
    }

    @Test
    void whatIsNoTaskIsRefusedAndNothingIsThere() {
        assertThatThrownBy(() -> tasks().create(NAME, "no task")).isInstanceOf(WindowsException.class);
        assertThat(tasks().definition(NAME).isAbsent()).isTrue();
    }
}
