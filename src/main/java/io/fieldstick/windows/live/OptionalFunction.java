package io.fieldstick.windows.live;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.Map;

/**
 * A function that not every Windows has: it is looked for when it is called.
 *
 * @param library the DLL without its ending; it is loaded from System32
 */
record OptionalFunction(String library, String name) {
    /** ERROR_PROC_NOT_FOUND (winerror.h): Windows's own code for a function that a DLL does not have. */
    static final int NOT_FOUND = 127;

    /** What the function answers, as a number; {@link #NOT_FOUND} where there is none. */
    int call(Object... arguments) {
        Function function;
        try {
            function = NativeLibrary.getInstance(SystemLibrary.path(library), Map.of())
                    .getFunction(name);
        } catch (UnsatisfiedLinkError missing) {
            return NOT_FOUND;
        }
        return function.invokeInt(arguments);
    }
}
