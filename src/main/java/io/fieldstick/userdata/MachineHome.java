package io.fieldstick.userdata;

import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.UserProfile;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the kinds of data ask of the computer as a whole.
 *
 * @param drives the roots of the drives that are walked: {@code C:\}
 * @param windowsFolder where Windows is: {@code C:\Windows}
 * @param profilesFolder where profiles are: {@code C:\Users}
 * @param notRead where the kinds put what they asked and could not read
 */
public record MachineHome(
        RegistryView registry,
        Files files,
        EnvironmentVariables environment,
        List<String> drives,
        String windowsFolder,
        String profilesFolder,
        List<UserProfile> users,
        Consumer<NotRead> notRead) {
    public MachineHome {
        drives = List.copyOf(drives);
        users = List.copyOf(users);
    }

    /** {@code reading} of what is at {@code where}, of which it is told when it could not be read. */
    <T> Reading<T> noted(String where, Reading<T> reading) {
        if (reading instanceof Reading.Unreadable<T> unreadable) {
            notRead.accept(new NotRead(where, unreadable.why()));
        }
        return reading;
    }
}
