package io.fieldstick.windows.live;

import io.fieldstick.windows.Associations;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;

/** Which program opens a kind of file (MS docs: shlwapi.h AssocQueryStringW). */
final class LiveAssociations implements Associations {
    private static final int EXECUTABLE = 2;
    private static final int LONGEST_PATH = 32_768;

    /** HRESULTs of ERROR_NO_ASSOCIATION, ERROR_FILE_NOT_FOUND and ERROR_PATH_NOT_FOUND. */
    private static final int NO_ASSOCIATION = 0x80070483;

    private static final int FILE_NOT_FOUND = 0x80070002;
    private static final int PATH_NOT_FOUND = 0x80070003;

    @Override
    public Reading<String> program(String extension) {
        char[] found = new char[LONGEST_PATH];
        int[] length = {LONGEST_PATH};
        int answer = Shlwapi.AssocQueryStringW(0, EXECUTABLE, Wide.of(extension), Wide.of("open"), found, length);
        return switch (answer) {
            case 0 -> Reading.of(Wide.text(found));
            case NO_ASSOCIATION, FILE_NOT_FOUND, PATH_NOT_FOUND -> Reading.absent();
            default -> Reading.unreadable(Refusal.of(Tried.askAssociation(extension), answer));
        };
    }
}
