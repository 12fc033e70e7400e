package io.fieldstick.windows.live;

/** The function of shlwapi.dll that this package calls. */
final class Shlwapi {
    static {
        SystemLibrary.bind(Shlwapi.class, "shlwapi");
    }

    private Shlwapi() {}

    static native int AssocQueryStringW(
            int flags, int what, char[] association, char[] verb, char[] found, int[] length);
}
