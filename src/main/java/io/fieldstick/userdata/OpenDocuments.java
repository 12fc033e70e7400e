package io.fieldstick.userdata;

import io.fieldstick.windows.WindowsPath;
import java.util.List;
import java.util.Map;

/**
 * The small files that programs lay beside a document while it is open.
 *
 * <p>Sources: MS support KB211632 (Word's owner file {@code ~$name.docx}; Excel and PowerPoint do the same), MS docs
 * "Access: .laccdb"; Autodesk support "About drawing lock files (.dwl)". Access 2003's {@code .ldb} is left out: browsers
 * are full of files of that name which mean nothing.
 */
final class OpenDocuments {
    private static final String OWNER = "~$";

    /** By the first three letters of the ending. */
    private static final Map<String, String> OFFICE = Map.of(
            "doc", "Microsoft Word / WPS 文字",
            "dot", "Microsoft Word / WPS 文字",
            "rtf", "Microsoft Word / WPS 文字",
            "xls", "Microsoft Excel / WPS 表格",
            "csv", "Microsoft Excel / WPS 表格",
            "ppt", "Microsoft PowerPoint / WPS 演示",
            "pps", "Microsoft PowerPoint / WPS 演示",
            "vsd", "Microsoft Visio");

    private static final Map<String, String> LOCKS =
            Map.of(".laccdb", "Microsoft Access", ".dwl", "AutoCAD", ".dwl2", "AutoCAD");

    private OpenDocuments() {}

    /** Whether a file of that name lies beside an open document. */
    static boolean isOwnerFile(String name) {
        return !program(name).isEmpty();
    }

    /** The documents by their owner files' paths. */
    static List<OpenWork> of(List<String> ownerFiles) {
        return ownerFiles.stream()
                .map(path ->
                        new OpenWork(OpenWork.State.OPEN_DOCUMENT, program(WindowsPath.name(path)), path, List.of()))
                .toList();
    }

    private static String program(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return "";
        }
        String ending = WindowsPath.folded(name.substring(dot));
        return name.startsWith(OWNER) && ending.length() >= 4
                ? OFFICE.getOrDefault(ending.substring(1, 4), "")
                : LOCKS.getOrDefault(ending, "");
    }
}
