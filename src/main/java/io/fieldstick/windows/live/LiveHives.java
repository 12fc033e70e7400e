package io.fieldstick.windows.live;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Hives;
import io.fieldstick.windows.Tried;
import java.time.Duration;

/** Hives that the running Windows is made to show by RegLoadKey, which needs the privileges of a backup program. */
final class LiveHives implements Hives {
    /** A virus scanner may hold a key for a moment; after this many tries it is no moment any more. */
    private static final int TRIES = 20;

    private static final Duration PAUSE = Duration.ofMillis(100);

    @Override
    public void load(String name, String file) {
        Message tried = Tried.loadHive(file);
        Privileges.enable(tried, Privileges.BACKUP, Privileges.RESTORE);
        int code = Advapi32.RegLoadKeyW(LiveRegistry.USERS, Wide.of(name), Wide.of(file));
        if (code != 0) {
            // Some implementations leave an empty key where the hive should have been.
            Advapi32.RegDeleteKeyExW(LiveRegistry.USERS, Wide.of(name), 0, 0);
        }
        Refusal.check(tried, code);
    }

    @Override
    public void unload(String name) {
        Message tried = Tried.unloadHive(name);
        Privileges.enable(tried, Privileges.BACKUP, Privileges.RESTORE);
        int code = Advapi32.RegUnLoadKeyW(LiveRegistry.USERS, Wide.of(name));
        for (int n = 1; code != 0 && n < TRIES; n++) {
            Pause.of(PAUSE);
            code = Advapi32.RegUnLoadKeyW(LiveRegistry.USERS, Wide.of(name));
        }
        Refusal.check(tried, code);
    }
}
