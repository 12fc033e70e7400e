package io.fieldstick.userdata;

import io.fieldstick.windows.UserProfile;
import java.util.List;

/**
 * What one user has.
 *
 * @param registryRead whether the user's registry answered; if not, only default places were looked at
 * @param total all the items, where a file that lies in two of them counts once
 */
public record UserData(UserProfile user, boolean registryRead, List<UserDataItem> items, Count total) {
    public UserData {
        items = List.copyOf(items);
    }
}
