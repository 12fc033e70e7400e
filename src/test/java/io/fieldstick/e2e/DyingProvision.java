package io.fieldstick.e2e;

import io.fieldstick.cli.FieldstickCommandLine;
import io.fieldstick.cli.PlainTerminal;
import io.fieldstick.cli.Surroundings;
import io.fieldstick.provision.CrashingWindows;
import io.fieldstick.stick.RunLog;
import io.fieldstick.stick.StickHome;
import io.fieldstick.windows.live.LiveWindows;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The real program on the running Windows, whose process is killed at the k-th write: arguments are the stick's folder,
 * k, {@code before} or {@code after} the write, and the command line.
 */
public final class DyingProvision {
    private static final int KILLED = 137;

    private DyingProvision() {}

    public static void main(String[] args) {
        RunLog.install();
        int k = Integer.parseInt(args[1]);
        boolean after = args[2].equals("after");
        Surroundings surroundings = new Surroundings(
                () -> Optional.of(new CrashingWindows(
                        new LiveWindows(), k, after, () -> Runtime.getRuntime().halt(KILLED))),
                new PlainTerminal(),
                arguments -> OptionalInt.empty(),
                new StickHome(Path.of(args[0])),
                "engineer",
                Path.of(args[0]),
                Clock.systemUTC(),
                Locale.ENGLISH);
        System.exit(new FieldstickCommandLine(surroundings).run(Arrays.copyOfRange(args, 3, args.length)));
    }
}
