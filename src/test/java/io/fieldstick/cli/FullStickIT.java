package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stick that is full, becomes full in the middle of a run, or cannot be written to: a real file system of that size, which
 * only root may mount.
 */
class FullStickIT {
    private static final int PAGE_KIB = 4;
    private static final int MOST_PAGES = 24;

    @TempDir
    Path folder;

    private static InMemoryWindows windows() {
        return new InMemoryWindows()
                .user("S-1-5-21-1-2-3-1001", "C:\\Users\\zhangsan", true)
                .put(RegistryKey.machine("SOFTWARE\\Microsoft\\Cryptography"), "MachineGuid", RegistryValue.sz("one"))
                // Nobody knows where programs lie, so no case can lie there either.
                .put(
                        RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion"),
                        "ProgramFilesDir",
                        RegistryValue.dword(0));
    }

    @Test
    void whereverTheStickBecomesFullWhatWasChangedCanBeTakenBack() throws Exception {
        Path profile = Files.writeString(folder.resolve("p.yaml"), CommandLineTest.PROFILE);
        int untouched = 0;
        int partial = 0;
        int whole = 0;
        for (int pages = 0; pages <= MOST_PAGES; pages++) {
            Path stick = Files.createDirectories(folder.resolve("stick" + pages));
            run("mount", "-t", "tmpfs", "-o", "size=" + MOST_PAGES * PAGE_KIB + "k", "tmpfs", stick.toString());
            try {
                InMemoryWindows windows = windows();
                SortedMap<String, String> before = windows.snapshot();
                Visit visit = new Visit(stick, windows);
                Files.delete(stick.resolve("profiles/special-programs.yaml"));
                Files.write(stick.resolve("filler"), new byte[(MOST_PAGES - pages) * PAGE_KIB * 1024]);
                int exit = visit.run("provision", "--skip", "host-name", "--profile", profile.toString());
                if (windows.snapshot().equals(before)) {
                    assertThat(exit).as(visit.errors()).isEqualTo(6);
                    untouched++;
                    continue;
                }
                if (visit.output().replaceAll("\\s+", " ").contains("the change that was next was not made")) {
                    partial++;
                    assertThat(exit).isEqualTo(3);
                }
                whole += visit.run("verify", "--skip", "host-name", "--profile", profile.toString()) == 4 ? 0 : 1;
                assertThat(undoneElsewhere(stick, windows, pages)).isEqualTo(0);
                assertThat(windows.snapshot()).as("%d pages", pages).isEqualTo(before);
            } finally {
                run("umount", "--lazy", stick.toString());
            }
        }
        assertThat(List.of(untouched, partial, whole)).allMatch(times -> times > 0);
    }

    private int undoneElsewhere(Path stick, InMemoryWindows windows, int pages) throws IOException {
        Path saved = folder.resolve("saved" + pages);
        try (Stream<Path> journals = Files.walk(stick.resolve("cases"))) {
            for (Path journal :
                    journals.filter(file -> file.endsWith("journal.jsonl")).toList()) {
                Path target = saved.resolve(stick.relativize(journal).toString());
                Files.createDirectories(target.getParent());
                Files.copy(journal, target);
            }
        }
        return new Visit(folder.resolve("other" + pages), windows)
                .run("undo", "--case", saved.resolve("cases").toString());
    }

    @Test
    void aStickThatCannotBeWrittenToChangesNothingWhereTheComputerCannotEither() throws Exception {
        Path stick = Files.createDirectories(folder.resolve("read-only"));
        run("mount", "-t", "tmpfs", "tmpfs", stick.toString());
        try {
            InMemoryWindows windows = windows();
            Visit visit = new Visit(stick, windows);
            visit.profile("bcia.yaml", CommandLineTest.PROFILE);
            run("mount", "-o", "remount,ro", stick.toString());
            assertThat(visit.run("provision", "--skip", "host-name")).isEqualTo(6);
            assertThat(visit.errors()).contains("nothing was changed");
            assertThat(windows.writes()).isEmpty();
        } finally {
            run("umount", "--lazy", stick.toString());
        }
    }

    @Test
    void whatCannotBeNotedIsNotTakenBack() throws Exception {
        InMemoryWindows windows = windows();
        Visit visit = new Visit(folder.resolve("stick"), windows);
        visit.profile("bcia.yaml", CommandLineTest.PROFILE);
        assertThat(visit.run("provision", "--skip", "host-name")).isEqualTo(0);
        SortedMap<String, String> changed = windows.snapshot();
        String cases = folder.resolve("stick/cases").toString();
        String readOnly = Files.createDirectories(folder.resolve("protected")).toString();
        run("mount", "--bind", cases, readOnly);
        try {
            run("mount", "-o", "remount,bind,ro", readOnly);
            assertThat(visit.run("undo", "--case", readOnly)).isEqualTo(8);
            assertThat(visit.errors())
                    .contains("nothing was taken back", "--case")
                    .doesNotContain("java.");
            assertThat(windows.snapshot()).isEqualTo(changed);
        } finally {
            run("umount", "--lazy", readOnly);
        }
    }

    /** The stick is full, or was pulled, only when all is taken back. */
    @Test
    void whatWasTakenBackAndCannotBeNotedIsTold() throws Exception {
        Path stick = Files.createDirectories(folder.resolve("filled"));
        run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", stick.toString());
        try {
            InMemoryWindows windows = windows();
            Visit visit = new Visit(stick, windows);
            visit.profile("bcia.yaml", CommandLineTest.PROFILE);
            SortedMap<String, String> before = windows.snapshot();
            assertThat(visit.run("provision", "--skip", "host-name")).isEqualTo(0);
            fill(stick);
            assertThat(visit.run("undo")).as(visit.errors()).isEqualTo(3);
            assertThat(windows.snapshot()).isEqualTo(before);
            assertThat(visit.output()).contains("auto-play", "could not be noted in the journal");
            assertThat(visit.errors()).doesNotContain("name a folder with --case", "java.");
        } finally {
            run("umount", "--lazy", stick.toString());
        }
    }

    /** The last line of the journal is made longer with blanks, so that no room is left in its last page either. */
    private static void fill(Path stick) throws IOException {
        try (Stream<Path> files = Files.walk(stick.resolve("cases"))) {
            Path journal = files.filter(file -> file.endsWith("journal.jsonl"))
                    .findFirst()
                    .orElseThrow();
            String text = Files.readString(journal);
            int page = PAGE_KIB * 1024;
            int rest = page - text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length % page;
            Files.writeString(journal, text.stripTrailing() + " ".repeat(rest) + "\n");
        }
        try (OutputStream filler = Files.newOutputStream(stick.resolve("filler"))) {
            byte[] page = new byte[PAGE_KIB * 1024];
            for (int pages = 0; pages < 1024; pages++) {
                filler.write(page);
            }
        } catch (IOException full) {
            return;
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s (root may mount): %s", String.join(" ", command), said)
                .isZero();
    }
}
