package io.fieldstick.e2e;

import com.sun.jna.platform.win32.Kernel32Util;
import io.fieldstick.message.ProgramResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes the program's place on a stick and says what the launcher gave it, so that the launcher is tested by itself.
 *
 * <p>Arguments: {@code exit N} ends with that code; anything else is only shown.
 */
public final class Probe {
    private Probe() {}

    /** Prints one {@code name=value} per line, in UTF-8. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (String argument : arguments) {
            out.println("argument=" + argument);
        }
        for (String name : new String[] {"fieldstick.home", "user.dir", "java.io.tmpdir", "file.encoding", "evil"}) {
            out.println(name + "=" + System.getProperty(name));
        }
        for (String name : new String[] {"FIELDSTICK_CWD", "CLASSPATH", "JAVA_TOOL_OPTIONS"}) {
            out.println(name + "=" + System.getenv(name));
        }
        // What a program needs of a stick: its own resources, its libraries', and native code.
        try (InputStream own = ProgramResource.open(Probe.class, "probe.properties")) {
            out.println("resource=" + new String(own.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
        out.println("computer-name=" + (Kernel32Util.getComputerName().isEmpty() ? "missing" : "there"));
        out.println("jnidispatch.path=" + System.getProperty("jnidispatch.path"));
        if (arguments.length == 2 && arguments[0].equals("exit")) {
            System.exit(Integer.parseInt(arguments[1]));
        }
    }
}
