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
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The real program on the running Windows, whose process is killed at the k-th write: arguments are the stick's folder,
 * k, {@code before} or {@code after} the write or {@code during} it, and the command line.
 */
public final class DyingProvision {
    private static final int KILLED = 137;
    private static final Duration LIFE_LEFT = Duration.ofSeconds(3);

    private DyingProvision() {}

    public static void main(String[] args) {
        RunLog.install();
        int k = Integer.parseInt(args[1]);
        boolean after = args[2].equals("after");
        Runnable death = args[2].equals("during") ? DyingProvision::haltSoon : DyingProvision::halt;
        Surroundings surroundings = new Surroundings(
                () -> Optional.of(new CrashingWindows(new LiveWindows(), k, after, death)),
                new PlainTerminal(),
                arguments -> OptionalInt.empty(),
                new StickHome(Path.of(args[0])),
                "engineer",
                Path.of(args[0]),
                Clock.systemUTC(),
                Locale.ENGLISH);
        System.exit(new FieldstickCommandLine(surroundings).run(Arrays.copyOfRange(args, 3, args.length)));
    }

    private static void halt() {
        Runtime.getRuntime().halt(KILLED);
    }

    /** Returns, so that the write begins; a write that takes longer than this is cut in the middle. */
    private static void haltSoon() {
        Thread reaper = new Thread(() -> {
            try {
                Thread.sleep(LIFE_LEFT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            halt();
        });
        reaper.setDaemon(true);
        reaper.start();
    }
}
