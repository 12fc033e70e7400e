package io.fieldstick.report;

import io.fieldstick.userdata.Origin;
import io.fieldstick.userdata.UserDataItem;
import java.util.List;

/**
 * Things to be saved as a page lists them: each that is there, or of which somebody should know, in a row of its own, and
 * those that were looked for in vain together in a line.
 */
record ItemList(List<UserDataItem> rows, List<UserDataItem> inVain) {
    static ItemList of(List<UserDataItem> items) {
        return new ItemList(
                items.stream().filter(item -> !isInVain(item)).toList(),
                items.stream().filter(ItemList::isInVain).toList());
    }

    /** A place that the user's own settings name is worth a row even where nothing is there. */
    private static boolean isInVain(UserDataItem item) {
        boolean nothing = item.state() == UserDataItem.State.MISSING
                || (item.state() == UserDataItem.State.FOUND && item.count().isEmpty());
        return nothing && item.origin() != Origin.REGISTRY && item.origin() != Origin.ASSUMED;
    }
}
