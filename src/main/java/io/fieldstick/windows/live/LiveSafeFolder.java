package io.fieldstick.windows.live;

import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A folder below Windows's own Temp with a name that nobody can guess and a list of rights of its own. */
record LiveSafeFolder(String path) implements ProgramRuns.SafeFolder {
    /** Protected from what it would inherit; everything for LocalSystem and the administrators, nothing for others. */
    private static final String RIGHTS = "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";

    /** ERROR_WRITE_FAULT (winerror.h), for what Java gives no code of. */
    private static final int WRITE_FAULT = 29;

    static LiveSafeFolder make() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        Path windows = Path.of(Kernel32.systemDirectory()).resolveSibling("Temp");
        String path = windows.resolve("fieldstick-" + HexFormat.of().formatHex(random))
                .toString();
        try (SecurityAttributes rights = SecurityAttributes.of(RIGHTS, Tried.makeSafeFolder(path))) {
            boolean made = Kernel32.CreateDirectoryW(Wide.of(path), rights.pointer()) != 0;
            Refusal.check(Tried.makeSafeFolder(path), made ? 0 : Refusal.lastCode());
        }
        return new LiveSafeFolder(path);
    }

    @Override
    public String copyIn(String source, String relative) {
        Path folder = Path.of(path);
        Path target = folder.resolve(relative).normalize();
        if (!target.startsWith(folder)) {
            throw new IllegalArgumentException("leads out of the folder: " + relative);
        }
        // Not Files.copy(Path, Path): that copies the other streams of the file too, the mark of the web among them.
        try (InputStream bytes = Files.newInputStream(Path.of(source))) {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.copy(bytes, target);
            return target.toString();
        } catch (IOException e) {
            throw new WindowsException(new WindowsError(
                    Tried.copyFile(source, target.toString()), code(e), String.valueOf(e.getMessage())));
        }
    }

    private static int code(IOException e) {
        if (e instanceof NoSuchFileException) {
            return WindowsError.FILE_NOT_FOUND;
        }
        return e instanceof AccessDeniedException ? WindowsError.ACCESS_DENIED : WRITE_FAULT;
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(Path.of(path))) {
            List<Path> leafFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : leafFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            // A program that still runs holds its file; the folder is Windows's own temporary one and harms nobody.
            return;
        }
    }
}
