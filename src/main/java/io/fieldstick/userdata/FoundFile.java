package io.fieldstick.userdata;

import io.fieldstick.windows.FileEntry;
import java.util.List;

/**
 * A file that was looked for by its name, wherever it lies.
 *
 * @param counts the tallies that it was counted in
 */
record FoundFile(String path, FileEntry entry, List<Tally> counts) {}
