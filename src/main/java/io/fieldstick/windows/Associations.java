package io.fieldstick.windows;

/** Which program opens a kind of file; reading only. */
public interface Associations {

    /**
     * The program file that opens files with this extension ({@code .tif}) for the account that this process runs as;
     * absent where none does.
     */
    Reading<String> program(String extension);
}
