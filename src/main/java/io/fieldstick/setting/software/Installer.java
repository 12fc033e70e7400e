package io.fieldstick.setting.software;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Signatures.Signature;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What installs a program silently.
 *
 * @param kind what it was made with, which decides its switches and what its exit codes mean
 * @param parts the setup program, and then the files that it needs beside it
 * @param arguments what follows the switches of its kind on its command line; may be empty
 * @param signer who must have signed it
 * @param limit how long it may take
 */
public record Installer(Kind kind, List<Part> parts, String arguments, Optional<String> signer, Duration limit) {

    /**
     * One file.
     *
     * @param file its path below the folder of the installers, with backslashes
     * @param sha256 the hash of its bytes
     */
    public record Part(String file, String sha256) {}

    /** What an installer was made with. */
    public enum Kind {
        MSI,
        NSIS,
        INNO,
        INSTALLSHIELD,
        EXE;

        /** As the profile writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Installer {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an installer without a file");
        }
    }

    /** The file of the setup program itself. */
    public String file() {
        return parts.get(0).file();
    }

    /** What is wrong with its files in {@code folder}: missing, altered, not signed as it should be. */
    public List<Message> faultsIn(String folder, WindowsView windows) {
        List<Message> faults = new ArrayList<>();
        for (Part part : parts) {
            fault(WindowsPath.child(folder, part.file()), part, windows.files()).ifPresent(faults::add);
        }
        if (faults.isEmpty()) {
            signer.flatMap(wanted -> signatureFault(WindowsPath.child(folder, file()), wanted, windows))
                    .ifPresent(faults::add);
        }
        return faults;
    }

    private static Optional<Message> fault(String path, Part part, Files files) {
        Reading<FileEntry> entry = files.entry(path);
        Reading<String> hash = entry.map(FileEntry::isDirectory).orElse(true)
                ? Reading.absent()
                : new FileHashes(files, Long.MAX_VALUE).of(path);
        if (hash instanceof Reading.Unreadable<String> refused) {
            return Optional.of(Message.of(
                    "software.installer.unreadable", path, refused.why().said()));
        }
        if (entry instanceof Reading.Unreadable<FileEntry> refused) {
            return Optional.of(Message.of(
                    "software.installer.unreadable", path, refused.why().said()));
        }
        if (hash.isAbsent()) {
            return Optional.of(Message.of("software.installer.missing", path));
        }
        String actual = hash.orElse("");
        return actual.equalsIgnoreCase(part.sha256())
                ? Optional.empty()
                : Optional.of(Message.of("software.installer.altered", path, actual, part.sha256()));
    }

    /** A signature that Windows cannot judge, as in WinPE, will do: the hash has shown that it is the right file. */
    private static Optional<Message> signatureFault(String path, String wanted, WindowsView windows) {
        Reading<Signature> signature = windows.signatures().of(path);
        if (signature instanceof Reading.Present<Signature> present) {
            Signature found = present.value();
            boolean good = found.signer().equals(wanted) && (found.isTrusted() || found.isUndecided());
            return good
                    ? Optional.empty()
                    : Optional.of(Message.of(
                            "software.installer.signer",
                            path,
                            found.signer(),
                            String.format("0x%08X", found.code()),
                            wanted));
        }
        return Optional.of(
                signature instanceof Reading.Unreadable<Signature> refused
                        ? Message.of(
                                "software.installer.unreadable",
                                path,
                                refused.why().said())
                        : Message.of("software.installer.unsigned", path, wanted));
    }

    /** The setup program's command line after its own path; {@code log} is where it may write what it does. */
    public String commandLine(Optional<String> log) {
        String switches = switch (kind) {
            case MSI -> "";
            case NSIS -> "/S";
            case INNO -> "/VERYSILENT /SUPPRESSMSGBOXES /NORESTART /SP-" + option("/LOG=", log);
            // Its own switches come first, and all that /v passes on stands in one pair of quotes.
            case INSTALLSHIELD -> arguments.isEmpty() ? "/s /v\"" + Msi.QUIET + "\"" : "";
            case EXE -> "";
        };
        return switches.isEmpty() || arguments.isEmpty() ? switches + arguments : switches + " " + arguments;
    }

    private static String option(String name, Optional<String> log) {
        return log.map(path -> " " + name + "\"" + path + "\"").orElse("");
    }
}
