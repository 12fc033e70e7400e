package io.fieldstick.provision;

import io.fieldstick.provision.Outcome.Status;
import io.fieldstick.setting.InForce;
import io.fieldstick.setting.RegistryValues;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.live.LiveWindows;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How long the engine takes to verify 250 registry values, each in a key of its own, on the running Windows: called by
 * scripts/bench, in a process of its own.
 *
 * <p>Prints the milliseconds of the first round, which loads the classes, of the second, and how many values are as desired.
 * {@code CheckBench write} makes them.
 */
public final class CheckBench {
    private static final int CHECKS = 250;

    private CheckBench() {}

    public static void main(String[] args) {
        LiveWindows windows = new LiveWindows();
        if (args.length > 0) {
            write(windows);
            return;
        }
        List<RegistryValues> settings =
                IntStream.range(0, CHECKS).mapToObj(CheckBench::setting).toList();
        long start = System.nanoTime();
        long desired = verified(settings, windows);
        long first = System.nanoTime();
        desired = Math.min(desired, verified(settings, windows));
        long second = System.nanoTime();
        System.out.println((first - start) / 1_000_000 + " " + (second - first) / 1_000_000 + " " + desired);
    }

    private static void write(LiveWindows windows) {
        for (int i = 0; i < CHECKS; i++) {
            RegistryValues setting = setting(i);
            windows.registry().set(key(i), setting.valueName(), setting.value().orElseThrow());
        }
    }

    private static long verified(List<RegistryValues> settings, LiveWindows windows) {
        return settings.stream()
                .map(setting -> Engine.verify(setting, windows))
                .filter(outcome -> outcome.status() == Status.AS_DESIRED)
                .count();
    }

    private static RegistryValues setting(int i) {
        RegistryKey key = key(i);
        return new RegistryValues(
                "check " + i,
                RegistryKey.Root.MACHINE,
                key.path(),
                RegistryKey.View.BITS_64,
                "Value",
                Optional.of(RegistryValue.dword(i)),
                InForce.NOW);
    }

    private static RegistryKey key(int i) {
        return RegistryKey.machine("SOFTWARE\\Fieldstick bench\\Key " + i);
    }
}
