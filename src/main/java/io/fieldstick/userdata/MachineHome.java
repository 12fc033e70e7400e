package io.fieldstick.userdata;

import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.UserProfile;
import java.util.List;

/**
 * What the kinds of data ask of the computer as a whole.
 *
 * @param drives the roots of the drives that are walked: {@code C:\}
 * @param windowsFolder where Windows is: {@code C:\Windows}
 * @param profilesFolder where profiles are: {@code C:\Users}
 */
public record MachineHome(
        RegistryView registry,
        Files files,
        EnvironmentVariables environment,
        List<String> drives,
        String windowsFolder,
        String profilesFolder,
        List<UserProfile> users) {
    public MachineHome {
        drives = List.copyOf(drives);
        users = List.copyOf(users);
    }
}
