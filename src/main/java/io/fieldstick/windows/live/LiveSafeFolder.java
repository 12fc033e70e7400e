package io.fieldstick.windows.live;

import io.fieldstick.message.Message;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import io.fieldstick.windows.WindowsPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A folder below Windows's own Temp with a name that nobody can guess and a list of rights of its own. */
record LiveSafeFolder(String path) implements ProgramRuns.SafeFolder {
    private static final String NAME = "fieldstick-";

    /**
     * Protected from what it would inherit; everything for LocalSystem and the administrators, nothing for others. It
     * belongs to the administrators, which nobody else can have a folder of theirs do.
     */
    private static final String RIGHTS = "O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";

    static LiveSafeFolder make() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        String path =
                temporary().resolve(NAME + HexFormat.of().formatHex(random)).toString();
        try (SecurityAttributes rights = SecurityAttributes.of(RIGHTS, Tried.makeSafeFolder(path))) {
            boolean made = Kernel32.CreateDirectoryW(Wide.of(path), rights.pointer()) != 0;
            Refusal.check(Tried.makeSafeFolder(path), made ? 0 : Refusal.lastCode());
        }
        return new LiveSafeFolder(path);
    }

    @Override
    public String copyIn(String source, String relative) {
        Message tried = Tried.copyFile(source, WindowsPath.child(path, relative));
        Path folder = Path.of(path);
        Path target = folder.resolve(FileRefusal.path(tried, relative)).normalize();
        if (!target.startsWith(folder)) {
            throw new IllegalArgumentException("leads out of the folder: " + relative);
        }
        Path from = FileRefusal.path(tried, source);
        return FileRefusal.of(tried, () -> {
            // Not Files.copy(Path, Path): that copies the other streams of the file too, the mark of the web among
            // them.
            try (InputStream bytes = Files.newInputStream(from)) {
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(bytes, target);
                return target.toString();
            }
        });
    }

    @Override
    public void close() {
        try {
            delete(Path.of(path));
        } catch (IOException e) {
            // A program that still runs holds its file; the folder is Windows's own temporary one and harms nobody.
            return;
        }
    }

    /** Deletes the folder {@code path} of an earlier run, and nothing else. */
    static void deleteLeft(String path) {
        Message tried = Tried.deleteFolder(path);
        Path folder = FileRefusal.path(tried, path).toAbsolutePath().normalize();
        boolean ours = temporary().equals(folder.getParent())
                && String.valueOf(folder.getFileName()).matches(ProgramRuns.SAFE_FOLDER_NAME);
        if (!ours) {
            throw new WindowsException(Refusal.of(tried, WindowsError.INVALID_PARAMETER));
        }
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        // Anybody may make a folder of that name there, and put a link into it while an administrator deletes.
        try (LiveSafeFolder fresh = make()) {
            boolean safe = FileRefusal.of(tried, () -> rights(folder).equals(rights(Path.of(fresh.path()))));
            if (!safe) {
                throw new WindowsException(
                        Refusal.of(tried, WindowsError.ACCESS_DENIED), Message.of("windows.foreign-folder"));
            }
        }
        FileRefusal.of(tried, () -> {
            delete(folder);
            return folder;
        });
    }

    /** Whom {@code folder} belongs to, and who may do what with it. */
    private static List<Object> rights(Path folder) throws IOException {
        AclFileAttributeView view =
                Files.getFileAttributeView(folder, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null ? List.of(folder) : List.of(view.getOwner(), view.getAcl());
    }

    private static Path temporary() {
        return Path.of(Kernel32.systemDirectory()).resolveSibling("Temp");
    }

    /** A link to a folder elsewhere is deleted, and what lies there is not: to Java a junction is a folder and "other". */
    private static void delete(Path start) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isOther()) {
                    return FileVisitResult.CONTINUE;
                }
                Files.delete(folder);
                return FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
