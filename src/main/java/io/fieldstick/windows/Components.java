package io.fieldstick.windows;

/** The COM components of this Windows, as a 64-bit program finds them. */
public interface Components {

    /**
     * Whether an object of the class {@code clsid} ({@code {...}} with braces) can be made in this process: CoCreateInstance.
     * False where no such class is registered; unreadable with Windows's answer where it is and cannot be made.
     */
    Reading<Boolean> creates(String clsid);
}
