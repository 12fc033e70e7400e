package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The scheduled tasks of an {@link InMemoryWindows}. */
public final class InMemoryScheduledTasks implements ScheduledTasks {
    private final BiConsumer<Message, String> write;
    private final SortedMap<String, String> tasks = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private Optional<WindowsError> refusal = Optional.empty();

    InMemoryScheduledTasks(BiConsumer<Message, String> write) {
        this.write = write;
    }

    /** The names of the tasks that are there. */
    public java.util.Set<String> names() {
        return tasks.keySet();
    }

    /** Somebody makes the task another one. */
    public void alter(String name, String xml) {
        tasks.put(name, xml);
    }

    /** The service answers {@code code} to everything. */
    public void refuse(int code) {
        refusal = Optional.of(WindowsErrors.error(Tried.readTask("any"), code));
    }

    private void check() {
        refusal.ifPresent(refused -> {
            throw new WindowsException(refused);
        });
    }

    @Override
    public Reading<String> definition(String name) {
        if (refusal.isPresent()) {
            return Reading.unreadable(refusal.get());
        }
        String xml = tasks.get(name);
        return xml == null ? Reading.absent() : Reading.of(xml);
    }

    @Override
    public void create(String name, String xml) {
        check();
        if (!xml.contains("<Task ")) {
            throw new WindowsException(WindowsErrors.error(Tried.createTask(name), 0x80041316));
        }
        write.accept(Tried.createTask(name), "create the task " + name);
        tasks.put(name, xml);
    }

    @Override
    public void delete(String name) {
        check();
        if (tasks.containsKey(name)) {
            write.accept(Tried.deleteTask(name), "delete the task " + name);
            tasks.remove(name);
        }
    }
}
