package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import java.util.List;

/**
 * A program with a database that is, or was, on this computer.
 *
 * @param evidence its services, its entries among the installed programs
 * @param items its data that was found; there may be more elsewhere
 * @param advice how its data is saved
 */
public record SpecialData(String name, List<Evidence> evidence, List<UserDataItem> items, Message advice) {
    public SpecialData {
        evidence = List.copyOf(evidence);
        items = List.copyOf(items);
    }
}
