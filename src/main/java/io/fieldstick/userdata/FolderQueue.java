package io.fieldstick.userdata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The folders that wait to be looked into, handed to one or more threads until there are none, or it is stopped. */
final class FolderQueue {
    private final Deque<Folder> waiting = new ArrayDeque<>();
    private int busy;
    private boolean stopped;
    private @Nullable Throwable failure;

    /** Adds folders; the first is handed out first, before those that waited already. */
    synchronized void add(List<Folder> folders) {
        for (int i = folders.size() - 1; i >= 0; i--) {
            waiting.push(folders.get(i));
        }
        notifyAll();
    }

    /** Hands out nothing more. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** Gives every folder to {@code visit}, which may add more, in {@code threads} threads; returns when all are done. */
    void drain(int threads, Consumer<Folder> visit) {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread other = new Thread(() -> work(visit), "walk-" + i);
            other.setDaemon(true);
            other.start();
            others.add(other);
        }
        work(visit);
        others.forEach(FolderQueue::join);
        rethrow();
    }

    /** A thread that died must not look like a folder that was empty. */
    private synchronized void rethrow() {
        if (failure != null) {
            throw new IllegalStateException("the walk of the disk failed", failure);
        }
    }

    private void work(Consumer<Folder> visit) {
        for (Folder folder = next(); folder != null; folder = next()) {
            try {
                visit.accept(folder);
            } catch (RuntimeException | Error bug) {
                fail(bug);
            } finally {
                done();
            }
        }
    }

    private synchronized @Nullable Folder next() {
        while (waiting.isEmpty() && busy > 0 && !stopped) {
            try {
                wait();
            } catch (InterruptedException e) {
                stopped = true;
                Thread.currentThread().interrupt();
            }
        }
        if (stopped || waiting.isEmpty()) {
            return null;
        }
        busy++;
        return waiting.pop();
    }

    private synchronized void done() {
        busy--;
        notifyAll();
    }

    private synchronized void fail(Throwable bug) {
        failure = failure == null ? bug : failure;
        stop();
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
