package io.fieldstick.message;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** A file that the program carries in its own jar. */
public final class ProgramResource {
    private ProgramResource() {}

    /**
     * Opens the file {@code name} that lies beside the class {@code near}.
     *
     * <p>Not {@code getResourceAsStream} alone: the JDK finds a jar by a URL in which {@code !/} parts the jar from the
     * name in it, so on a stick below a folder such as {@code tools!} it finds nothing (JDK-4523159).
     *
     * @throws IOException where it cannot be read
     * @throws IllegalStateException where the program does not have it
     */
    public static InputStream open(Class<?> near, String name) throws IOException {
        InputStream found = near.getResourceAsStream(name);
        if (found != null) {
            return found;
        }
        String entry = near.getPackageName().replace('.', '/') + "/" + name;
        for (String place : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            if (Files.isRegularFile(Path.of(place))) {
                try (JarFile jar = new JarFile(place)) {
                    ZipEntry inJar = jar.getEntry(entry);
                    if (inJar != null) {
                        return new ByteArrayInputStream(
                                jar.getInputStream(inJar).readAllBytes());
                    }
                }
            }
        }
        throw new IllegalStateException("the program has no " + entry);
    }
}
