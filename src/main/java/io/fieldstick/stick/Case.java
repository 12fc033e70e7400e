package io.fieldstick.stick;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of all that one run produced: its log for people, its journal, its result and the pages made from it. */
public record Case(Path folder) {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Of a host in DNS (RFC 1035). */
    private static final int LONGEST_NAME = 63;

    /** The name of the run, by which undo finds it: {@code <computer>-<utc>}. */
    public String run() {
        return String.valueOf(folder.getFileName());
    }

    public Path journal() {
        return folder.resolve("journal.jsonl");
    }

    public Path result() {
        return folder.resolve("result.json");
    }

    public Path log() {
        return folder.resolve("run.log");
    }

    /**
     * Makes the folder of a new case in {@code cases}, which is made too.
     *
     * @param computer the computer's name; whatever is not a letter, digit or hyphen in it becomes a hyphen, and what is
     *     longer than a name can be is cut, since the registry may say anything
     * @return empty where that place cannot be written to
     */
    public static Optional<Case> create(Path cases, String computer, Instant now) {
        String plain = computer.replaceAll("[^A-Za-z0-9-]", "-");
        String name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME)) + "-" + UTC.format(now);
        try {
            Files.createDirectories(cases);
            return Optional.of(new Case(newFolder(cases, name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path newFolder(Path cases, String name) throws IOException {
        for (int number = 1; ; number++) {
            try {
                return Files.createDirectory(cases.resolve(number == 1 ? name : name + "-" + number));
            } catch (FileAlreadyExistsException e) {
                if (number == 1000) {
                    throw e;
                }
            }
        }
    }

    /** Whether this is a case: every run leaves a journal there. */
    public boolean isThere() {
        return Files.isRegularFile(journal());
    }

    /** The cases that lie in {@code places}, or that these are, the newest first; a folder that is not there has none. */
    public static List<Case> in(List<Path> places) {
        return places.stream()
                .flatMap(place -> in(place).stream())
                .sorted((one, other) -> other.began().compareTo(one.began()))
                .toList();
    }

    private static List<Case> in(Path cases) {
        if (new Case(cases).isThere()) {
            return List.of(new Case(cases));
        }
        if (!Files.isDirectory(cases)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(cases)) {
            return folders.map(Case::new).filter(Case::isThere).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The time in the name, which orders the cases of one computer through a rename. */
    private String began() {
        String[] parts = run().split("-", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            if (parts[i].matches("\\d{8}T\\d{6}Z")) {
                return String.join("-", List.of(parts).subList(i, parts.length));
            }
        }
        return "";
    }
}
