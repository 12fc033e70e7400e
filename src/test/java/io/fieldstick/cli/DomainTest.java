package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A member of a domain is renamed with an account that a person gives, and never without. */
class DomainTest {
    private static final String ACCOUNT = "HARBOUR\\joiner";
    private static final String PASSWORD = "Xk7!planted-密码 9";
    private static final String PROFILE = """
        name: test house
        auto-play: disabled
        host-name: {pattern: "BCIA-{dept}-{user}"}
        """;

    @TempDir
    Path folder;

    private Visit visit = new Visit(Path.of("."), new InMemoryWindows());

    @BeforeEach
    void anEngineerArrivesAtAMember() {
        visit = new Visit(folder, new InMemoryWindows().member("HARBOUR", ACCOUNT, PASSWORD));
        visit.profile("bcia.yaml", PROFILE);
    }

    private int provision(String... more) {
        return visit.run(
                Stream.concat(Stream.of("provision", "-v", "--set", "dept=IT", "--set", "user=lisi"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private String pending() {
        return visit.windows
                .registry()
                .value(InMemoryWindows.COMPUTER_NAME, "ComputerName")
                .map(value -> value.text())
                .orElse("");
    }

    /** Everything that was written or shown. */
    private void thePasswordIsNowhere() {
        assertThat(visit.output() + visit.errors()).doesNotContain(PASSWORD).doesNotContain("planted");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written)
                    .extracting(file -> file.getFileName().toString())
                    .contains("run.log", "journal.jsonl");
            for (Path file : written) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .as(file.toString())
                        .doesNotContain("planted");
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_16LE))
                        .as(file.toString())
                        .doesNotContain("planted");
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPersonGivesTheAccountAndUndoAsksForItAgain() {
        visit.terminal.typing(ACCOUNT, PASSWORD, "y");
        assertThat(provision("--report", "json:out.json")).isEqualTo(3010);
        assertThat(visit.errors()).contains("a member of the domain HARBOUR", "Password of HARBOUR\\joiner");
        assertThat(pending()).isEqualTo("BCIA-IT-LISI");
        assertThat(folder.resolve("out.json"))
                .content()
                .contains("rename the computer to BCIA-IT-lisi, in its domain too");
        thePasswordIsNowhere();
        visit.windows.restart();
        visit.windows.domain().use(new io.fieldstick.windows.DomainAccount("HARBOUR\\nobody", new char[0]));
        visit.terminal.typing(ACCOUNT, PASSWORD);
        assertThat(visit.run("undo")).isEqualTo(3010);
        assertThat(pending()).isEqualTo("OLDNAME");
        thePasswordIsNowhere();
    }

    @Test
    void withoutAPersonTheNameIsLeftAloneAndTheRestIsDone() {
        assertThat(provision("--no-input")).isEqualTo(3);
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains("by hand host name: OLDNAME", "a member of the domain HARBOUR", "it asks for an account")
                .contains("changed AutoPlay");
        assertThat(pending()).isEqualTo("OLDNAME");
        assertThat(visit.errors()).doesNotContain("Password");
    }

    @Test
    void aPersonWhoGivesNoAccountLeavesTheNameAlone() {
        visit.terminal.typing("", "y");
        assertThat(provision()).isEqualTo(3);
        assertThat(pending()).isEqualTo("OLDNAME");
    }

    @Test
    void aWrongPasswordIsWhatWindowsSaysOfItAndChangesNothing() {
        visit.terminal.typing(ACCOUNT, PASSWORD + "x", "y");
        assertThat(provision("--only", "host-name")).isEqualTo(3);
        assertThat(visit.output().replaceAll("\\s+", " ")).contains("in its domain", "1326");
        assertThat(pending()).isEqualTo("OLDNAME");
        thePasswordIsNowhere();
    }

    @Test
    void nobodyIsAskedWhereTheNameIsAlreadyRight() {
        visit.windows.computerName("BCIA-IT-lisi");
        visit.terminal.typing("y");
        assertThat(provision()).isEqualTo(0);
        assertThat(visit.errors()).doesNotContain("Account that may rename it");
    }

    @Test
    void undoWithoutAPersonLeavesTheNameToOne() {
        visit.terminal.typing(ACCOUNT, PASSWORD, "y");
        provision("--only", "host-name");
        visit = new Visit(
                folder,
                new InMemoryWindows().member("HARBOUR", ACCOUNT, PASSWORD).computerName("BCIA-IT-lisi"));
        assertThat(visit.run("undo", "--no-input")).isEqualTo(8);
        assertThat(visit.output().replaceAll("\\s+", " ")).contains("it asks for an account that may rename it");
        assertThat(visit.windows.writes()).isEmpty();
    }
}
