package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.util.Map;

/** Windows's own English words for the codes that tests inject. */
final class WindowsErrors {
    private static final Map<Integer, String> TEXTS = Map.ofEntries(
            Map.entry(WindowsError.FILE_NOT_FOUND, "The system cannot find the file specified."),
            Map.entry(WindowsError.PATH_NOT_FOUND, "The system cannot find the path specified."),
            Map.entry(WindowsError.ACCESS_DENIED, "Access is denied."),
            Map.entry(WindowsError.NOT_READY, "The device is not ready."),
            Map.entry(23, "Data error (cyclic redundancy check)."),
            Map.entry(
                    WindowsError.SHARING_VIOLATION,
                    "The process cannot access the file because it is being used by another process."),
            Map.entry(WindowsError.NOT_SUPPORTED, "The request is not supported."),
            Map.entry(WindowsError.INVALID_PARAMETER, "The parameter is incorrect."),
            Map.entry(
                    1005,
                    "The volume does not contain a recognized file system. Please make sure that all required file"
                            + " system drivers are loaded and that the volume is not corrupted."),
            Map.entry(1117, "The request could not be performed because of an I/O device error."),
            Map.entry(1210, "The format of the specified computer name is invalid."),
            Map.entry(1392, "The file or directory is corrupted and unreadable."),
            Map.entry(
                    0x80310000,
                    "This drive is locked by BitLocker Drive Encryption. You must unlock this drive from Control"
                            + " Panel."));

    private WindowsErrors() {}

    static WindowsError error(Message tried, int code) {
        return new WindowsError(tried, code, TEXTS.getOrDefault(code, ""));
    }
}
