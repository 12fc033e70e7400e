package io.fieldstick.windows;

import java.util.Optional;

/** The COM components of this Windows. */
public interface Components {
    /** REGDB_E_CLASSNOTREG (winerror.h): no such class is registered. */
    int NOT_REGISTERED = 0x80040154;

    /**
     * Has an object of a class made by CoCreateInstance in a program of its own, in which the class's code runs and which
     * is ended where that gives no answer.
     *
     * @param clsid the class, {@code {...}} with braces
     * @param view for programs of which bitness
     * @return what Windows refused it with, {@link WindowsError#TIMEOUT} for no answer; empty where the object was made. The
     *     reading is absent where there is no program of that bitness to ask with, and unreadable where that did not run
     */
    Reading<Optional<WindowsError>> refusalToCreate(String clsid, RegistryKey.View view);
}
