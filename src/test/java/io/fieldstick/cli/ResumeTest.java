package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on after a restart: what is scheduled, what the second half does, and what nobody may make of it. */
class ResumeTest {
    private static final String COPY = "C:\\Windows\\Temp\\fieldstick-0000000000000001";
    private static final String RUN = "OLDNAME-20261124T040000Z";
    private static final String TASK = "Fieldstick-resume-" + RUN;

    @TempDir
    Path folder;

    private Visit visit = new Visit(Path.of("."), new InMemoryWindows());

    @BeforeEach
    void anEngineerArrives() throws IOException {
        visit = new Visit(
                folder.resolve("stick"),
                new InMemoryWindows()
                        .user("S-1-5-21-1-2-3-1001", "C:\\Users\\zhangsan", true)
                        .put(
                                RegistryKey.machine("SOFTWARE\\Microsoft\\Cryptography"),
                                "MachineGuid",
                                RegistryValue.sz("one")));
        visit.profile("bcia.yaml", CommandLineTest.PROFILE);
        Files.writeString(visit.folder.resolve("fieldstick.cmd"), "rem the launcher");
    }

    private int provision(String... more) {
        return visit.run(Stream.concat(
                        Stream.of("provision", "--resume", "--set", "dept=IT", "--set", "user=zhangsm"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** What Windows starts after the restart: the copy, as a stick of its own. */
    private Visit afterTheRestart() throws IOException {
        Path copy = folder.resolve("copy");
        for (String file : new String[] {"profiles\\bcia.yaml", "resume.json"}) {
            Path target = copy.resolve(file.replace('\\', '/'));
            Files.createDirectories(target.getParent());
            Files.write(
                    target,
                    visit.windows.files().bytes(COPY + "\\" + file, 0, 1 << 20).orElse(new byte[0]));
        }
        visit.windows.restart();
        return new Visit(copy, visit.windows);
    }

    private String copied(String file) {
        byte[] bytes =
                visit.windows.files().bytes(COPY + "\\" + file, 0, 1 << 20).orElse(new byte[0]);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aRunThatNeedsARestartSchedulesItsSecondHalf() {
        assertThat(provision()).isEqualTo(3010);
        assertThat(visit.output()).contains("after the restart: this run goes on by itself");
        assertThat(visit.windows.scheduledTasks().names()).containsExactly(TASK);
        assertThat(visit.windows.scheduledTasks().definition(TASK).orElse(""))
                .contains(COPY + "\\fieldstick.cmd", "S-1-5-18", "2026-12-01T04:00:00Z");
        assertThat(copied("fieldstick.cmd")).isEqualTo("rem the launcher");
        assertThat(copied("profiles\\bcia.yaml")).isEqualTo(CommandLineTest.PROFILE);
        assertThat(copied("resume.json")).contains("dept=IT", "user=zhangsm", RUN);
        assertThat(visit.windows.files().entry(COPY + "\\cases").isAbsent()).isTrue();
    }

    @Test
    void onlyTheInstallersThatTheProfileMayNeedAreCopied() throws IOException {
        visit.profile("bcia.yaml", CommandLineTest.PROFILE + """
                activex:
                  - {name: OA, file: oa/House.ocx, sha256: %s, clsid: "{01234567-89AB-CDEF-0123-456789ABCDEF}"}
                """.formatted("0".repeat(64)));
        for (String file : new String[] {"oa/house.ocx", "oa/other.ocx", "huge.iso"}) {
            Path path = visit.folder.resolve("installers").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file);
        }
        provision();
        assertThat(visit.windows.scheduledTasks().names()).containsExactly(TASK);
        assertThat(copied("installers\\oa\\house.ocx")).isEqualTo("oa/house.ocx");
        assertThat(copied("installers\\oa\\other.ocx")).isEmpty();
        assertThat(copied("installers\\huge.iso")).isEmpty();
    }

    @Test
    void whatElseLiesOnTheStickIsNotCopied() throws IOException {
        Files.createDirectories(visit.folder.resolve("backup/zhangsan"));
        Files.writeString(visit.folder.resolve("backup/zhangsan/mail.pst"), "a hundred gigabytes");
        Files.createDirectories(visit.folder.resolve("app"));
        Files.writeString(visit.folder.resolve("app/fieldstick.jar"), "the program");
        Files.writeString(visit.folder.resolve("roster.csv"), "serial,dept,user\nOTHER,IT,lisi\n");
        assertThat(provision()).isEqualTo(3010);
        assertThat(visit.windows.files().entry(COPY + "\\backup").isAbsent()).isTrue();
        assertThat(copied("app\\fieldstick.jar")).isEqualTo("the program");
        assertThat(copied("roster.csv")).isNotEmpty();
    }

    @Test
    void aProfileElsewhereOnTheStickGoesAlong() throws IOException {
        Files.createDirectories(visit.folder.resolve("house"));
        Files.writeString(visit.folder.resolve("house/our.yaml"), CommandLineTest.PROFILE);
        assertThat(provision("--profile", "house/our.yaml")).isEqualTo(3010);
        assertThat(copied("profiles\\resumed\\our.yaml")).isEqualTo(CommandLineTest.PROFILE);
        assertThat(copied("resume.json")).contains("resumed");
    }

    /** The changes are made by then: what became of them must be told all the same. */
    @Test
    void aCopyThatFailsIsToldInTheResultOfTheRun() {
        visit.terminal = new ScriptedTerminal() {
            @Override
            public boolean interactive() {
                return true;
            }

            @Override
            public void err(String text) {
                super.err(text);
                if (text.contains("copying the program")) {
                    assertThat(visit.folder
                                    .resolve("cases")
                                    .resolve(RUN)
                                    .resolve("resume.json")
                                    .toFile()
                                    .mkdir())
                            .isTrue();
                }
            }
        };
        assertThat(provision("--no-input", "--only", "host-name")).isEqualTo(3);
        assertThat(visit.output())
                .contains("BCIA-IT-zhangsm", "could not be copied")
                .doesNotContain("java.");
        assertThat(visit.folder.resolve("cases").resolve(RUN).resolve("result.json"))
                .isRegularFile();
        assertThat(visit.windows.files().entry(COPY).isAbsent()).isTrue();
    }

    @Test
    void aNoteWhosePathIsNoneIsRefused() throws IOException {
        provision("--only", "host-name");
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy);
        String damaged = copied("resume.json").replaceFirst("\"cases\" : \"", "\"cases\" : \"\\\\u0000");
        Files.writeString(copy.resolve("resume.json"), damaged);
        Visit second = new Visit(copy, visit.windows);
        assertThat(second.run("provision", "--resumed")).isEqualTo(2);
        assertThat(second.errors()).contains("cannot be understood");
    }

    @Test
    void aNoteThatIsTooLargeIsNoneOfOurs() throws IOException {
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy);
        Files.write(copy.resolve("resume.json"), new byte[(1 << 20) + 1]);
        Visit second = new Visit(copy, visit.windows);
        assertThat(second.run("provision", "--resumed")).isEqualTo(2);
        assertThat(second.errors()).contains("cannot be understood: more than 1048576 bytes");
    }

    @Test
    void theSecondHalfIsTheSameRunAndSaysOfWhichOneItIs() throws IOException {
        provision("--only", "host-name,auto-play");
        Visit second = afterTheRestart();
        assertThat(second.run("provision", "--resumed")).isEqualTo(0);
        assertThat(second.terminal.output())
                .contains("goes on with " + RUN, "BCIA-IT-zhangsm")
                .doesNotContain("proxy");
        assertThat(visit.windows.scheduledTasks().names()).isEmpty();
        // The stick is still there: its case lies beside the first one.
        assertThat(visit.folder.resolve("cases").toFile().list()).hasSize(2);
        assertThat(folder.resolve("copy/cases")).doesNotExist();
    }

    @Test
    void aStickThatIsGoneLeavesTheCaseOnTheComputer() throws IOException {
        visit.windows.put(
                RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion"),
                "ProgramFilesDir",
                RegistryValue.sz("C:\\Program Files"));
        provision("--only", "host-name");
        Visit second = afterTheRestart();
        Files.move(visit.folder, folder.resolve("in the engineer's pocket"));
        second.run("provision", "--resumed");
        String said = second.terminal.output().replaceAll("\\s+", " ");
        assertThat(said).contains("the stick with the case of " + RUN + " is not here");
        assertThat(said.replace(" ", "")).contains("C:\\ProgramFiles\\Fieldstick\\cases");
        assertThat(folder.resolve("copy/C:\\Program Files\\Fieldstick\\cases")).isDirectory();
    }

    @Test
    void undoTakesTheTaskAndTheCopyBackToo() {
        SortedMap<String, String> before = visit.windows.snapshot();
        provision();
        assertThat(visit.run("undo")).isEqualTo(3010);
        assertThat(visit.windows.scheduledTasks().names()).isEmpty();
        assertThat(visit.windows.files().entry(COPY).isAbsent()).isTrue();
        assertThat(visit.windows.snapshot()).isEqualTo(before);
    }

    @Test
    void undoAfterTheSecondHalfFindsNoTaskAndTakesBackTheRest() throws IOException {
        provision("--only", "host-name");
        afterTheRestart().run("provision", "--resumed");
        visit.windows.programRuns().deleteSafeFolder(COPY);
        assertThat(visit.run("undo", RUN)).isEqualTo(3010);
        assertThat(visit.output()).contains("as before   resume", "undone      host-name");
    }

    @Test
    void nothingIsScheduledWhereNoRestartIsNeeded() {
        assertThat(provision("--only", "auto-play")).isEqualTo(0);
        assertThat(visit.windows.scheduledTasks().names()).isEmpty();
        assertThat(visit.windows.files().entry(COPY).isAbsent()).isTrue();
    }

    @Test
    void withoutTheOptionNothingIsScheduled() {
        assertThat(visit.run("provision", "--set", "dept=IT", "--set", "user=zhangsm"))
                .isEqualTo(3010);
        assertThat(visit.windows.scheduledTasks().names()).isEmpty();
    }

    @Test
    void aTaskSchedulerThatRefusesIsToldAndNothingIsLeft() {
        visit.windows.scheduledTasks().refuse(WindowsError.ACCESS_DENIED);
        assertThat(provision("--only", "host-name")).isEqualTo(3);
        assertThat(visit.output()).contains("after the restart", "5");
        assertThat(visit.windows.files().entry(COPY).isAbsent()).isTrue();
    }

    @Test
    void aRunDoesNotGoOnForEver() throws IOException {
        provision("--only", "host-name");
        String note = copied("resume.json");
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy.resolve("profiles"));
        Files.writeString(copy.resolve("profiles/bcia.yaml"), CommandLineTest.PROFILE);
        Files.writeString(copy.resolve("resume.json"), note.replace("\"restarts\" : 1", "\"restarts\" : 3"));
        // Windows was not restarted: the name is still pending.
        Visit second = new Visit(copy, visit.windows);
        assertThat(second.run("provision", "--resumed")).isEqualTo(3010);
        assertThat(second.terminal.output()).contains("went on after 3 restarts");
        assertThat(visit.windows.scheduledTasks().names()).isEmpty();
    }

    @Test
    void theSecondHalfIsNoOptionForPeople() throws IOException {
        assertThat(visit.run("provision", "--resumed")).isEqualTo(2);
        assertThat(visit.errors()).contains("there is no such run here");
        Files.writeString(visit.folder.resolve("resume.json"), "{\"schema\":\"other\"}");
        assertThat(visit.run("provision", "--resumed")).isEqualTo(2);
        assertThat(visit.errors()).contains("the schema is other");
        assertThat(visit.windows.writes()).isEmpty();
    }
}
