package io.fieldstick.setting.software;

import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsView;
import java.util.Locale;

/**
 * What of the machine decides whether a rule applies, besides the programs on it.
 *
 * @param memory bytes of physical memory that Windows can use
 * @param build the build number of Windows
 * @param architecture {@code x86}, {@code x64} or {@code arm64}, of Windows, not of this process
 */
public record Equipment(Reading<Long> memory, Reading<Integer> build, Reading<String> architecture) {
    /** MS docs: WOW64 Implementation Details; the machine's own environment is not changed for 32-bit programs. */
    private static final RegistryKey ENVIRONMENT =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment");

    public static Equipment of(WindowsView windows) {
        Reading<String> architecture = windows.registry()
                .value(ENVIRONMENT, "PROCESSOR_ARCHITECTURE")
                .map(RegistryValue::text)
                .map(Equipment::architecture);
        return new Equipment(
                windows.machine().memory(), windows.machine().version().map(Machine.Version::build), architecture);
    }

    private static String architecture(String processor) {
        String lower = processor.toLowerCase(Locale.ROOT);
        return lower.equals("amd64") ? "x64" : lower;
    }
}
