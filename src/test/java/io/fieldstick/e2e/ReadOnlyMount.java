package io.fieldstick.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that nobody can write to, not even root: the source bound to a second place and mounted read-only there.
 *
 * <p>Permissions would not do, root ignores them. Who may not mount (not root, or a container without the right) cannot run
 * the tests that need this: they fail and say so.
 */
final class ReadOnlyMount implements AutoCloseable {
    private final Path place;

    private ReadOnlyMount(Path place) {
        this.place = place;
    }

    /** Mounts the source at the place, read-only. */
    static ReadOnlyMount of(Path source, Path place) {
        run("mount", "--bind", source.toAbsolutePath().normalize().toString(), place.toString());
        ReadOnlyMount mount = new ReadOnlyMount(place);
        run("mount", "-o", "remount,ro,bind", place.toString());
        return mount;
    }

    /** Whether writing really fails there. */
    boolean isReadOnly() {
        try {
            Files.delete(Files.createTempFile(place, "probe", ""));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        run("umount", "--lazy", place.toString());
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("a read-only stick can only be tested where mounting is allowed (root): "
                        + String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new AssertionError("could not run " + command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
