package io.fieldstick.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The processes of {@link InMemoryWindows}, their windows, and the files that they hold open. */
public final class InMemoryProcesses implements Processes {
    private final List<Process> running = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final Map<String, List<Holder>> holders = new TreeMap<>();

    void add(Process process) {
        running.add(process);
    }

    public InMemoryProcesses window(long process, String title) {
        windows.add(new Window(process, title));
        return this;
    }

    public InMemoryProcesses holder(String file, long process, String name) {
        holders.computeIfAbsent(WindowsPath.folded(file), path -> new ArrayList<>())
                .add(new Holder(process, name));
        return this;
    }

    @Override
    public Reading<List<Process>> running() {
        return Reading.of(List.copyOf(running));
    }

    @Override
    public Reading<List<Window>> windows() {
        return Reading.of(List.copyOf(windows));
    }

    @Override
    public Reading<List<Holder>> holders(String file) {
        return Reading.of(holders.getOrDefault(WindowsPath.folded(file), List.of()));
    }
}
