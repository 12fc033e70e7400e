package io.fieldstick.message;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** A file that the program carries in its own jar. */
public final class ProgramResource {
    private ProgramResource() {}

    /**
     * Opens the file {@code name} that lies beside the class {@code near}.
     *
     * @throws IOException where it cannot be read
     * @throws IllegalStateException where the program does not have it
     */
    public static InputStream open(Class<?> near, String name) throws IOException {
        return find(near, name).orElseThrow(() -> new IllegalStateException("the program has no " + name));
    }

    /**
     * As {@link #open}; empty where the program does not have it.
     *
     * <p>Not {@code getResourceAsStream} alone: the JDK finds a jar by a URL in which {@code !/} parts the jar from the
     * name in it, so on a stick below a folder such as {@code tools!} it finds nothing (JDK-4523159).
     */
    public static Optional<InputStream> find(Class<?> near, String name) throws IOException {
        InputStream found = near.getResourceAsStream(name);
        return found == null ? inJars(near.getPackageName().replace('.', '/') + "/" + name) : Optional.of(found);
    }

    private static Optional<InputStream> inJars(String entry) throws IOException {
        for (String place : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            if (Files.isRegularFile(Path.of(place))) {
                try (JarFile jar = new JarFile(place)) {
                    ZipEntry inJar = jar.getEntry(entry);
                    if (inJar != null) {
                        byte[] bytes = jar.getInputStream(inJar).readAllBytes();
                        return Optional.of(new ByteArrayInputStream(bytes));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
