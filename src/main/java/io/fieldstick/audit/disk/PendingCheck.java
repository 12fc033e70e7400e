package io.fieldstick.audit.disk;

import io.fieldstick.audit.Finding;
import io.fieldstick.audit.Finding.Severity;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Reading.Present;
import io.fieldstick.windows.Reading.Unreadable;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import java.util.List;
import java.util.regex.Pattern;

/** The checks of volumes (chkdsk) that Windows will run at its next start, where they were ordered. */
final class PendingCheck {
    /** What the session manager runs before anything else; {@code autocheck autochk *} is the usual (MS docs: chkntfs). */
    private static final RegistryKey SESSION_MANAGER =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\Session Manager");

    private static final String BOOT_EXECUTE = "BootExecute";

    /** {@code autocheck autochk /r \??\D:}: chkdsk orders a check of one volume so. */
    private static final Pattern ORDERED =
            Pattern.compile("(?i)autochk\\b.*\\\\\\?\\?\\\\(Volume\\{[0-9a-f-]{36}}|[a-z]:)");

    private PendingCheck() {}

    static List<Finding> find(RegistryView registry) {
        Reading<RegistryValue> value = registry.value(SESSION_MANAGER, BOOT_EXECUTE);
        if (value instanceof Unreadable<RegistryValue> unreadable) {
            return List.of(Words.notRead("disk/pending-check-not-read", "", unreadable.why()));
        }
        return value instanceof Present<RegistryValue> present
                ? present.value().texts().stream()
                        .flatMap(line -> ORDERED.matcher(line).results().map(match -> found(match.group(1), line)))
                        .toList()
                : List.of();
    }

    private static Finding found(String volume, String line) {
        return new Finding(
                Severity.WARNING,
                "disk/pending-check",
                volume,
                Message.of("disk.pending-check", volume),
                List.of(new Evidence(SESSION_MANAGER + "!" + BOOT_EXECUTE, line)),
                List.of(Message.of("disk.advice.no-restart"), Message.of("disk.advice.save-first")));
    }
}
