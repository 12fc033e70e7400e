package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.fieldstick.report.Format;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final String USER = "S-1-5-21-1-2-3-1001";
    static final String PROFILE = """
            name: test house
            auto-play: disabled
            host-name:
              pattern: "BCIA-{dept}-{user}"
            proxy:
              server: proxy.house.test:8080
              bypass: ["<local>", "*.house.test"]
            trusted-sites:
              sites: [https://oa.house.test]
            """;

    @TempDir
    Path folder;

    private Visit visit = new Visit(Path.of("."), new InMemoryWindows());

    @BeforeEach
    void anEngineerArrives() {
        visit = new Visit(folder, new InMemoryWindows().user(USER, "C:\\Users\\zhangsan", true));
        visit.profile("bcia.yaml", PROFILE);
    }

    private int provision(String... more) {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(new String[] {"provision", "--set", "dept=IT", "--set", "user=zhangsm"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return visit.run(arguments);
    }

    @Test
    void aNewNameNeedsARestartAndSaysSoByItsExitCode() {
        assertThat(provision()).isEqualTo(3010);
        assertThat(visit.output()).contains("changed", "OLDNAME, after the next restart BCIA-IT-zhangsm");
        assertThat(visit.run("verify")).isEqualTo(3010);
        visit.windows.restart();
        assertThat(visit.run("verify")).isEqualTo(0);
    }

    @Test
    void textIsInColorOnlyWhereItIsAskedForAndJsonNever() {
        visit.run("verify");
        assertThat(visit.output()).doesNotContain("\u001B");
        visit.run("verify", "--color", "always");
        assertThat(visit.output()).contains("\u001B[1;31mdifferent\u001B[0m");
        visit.run("verify", "--color", "always", "--format", "json");
        assertThat(visit.output()).doesNotContain("\u001B");
        assertThat(visit.run("verify", "--color", "sometimes")).isEqualTo(2);
    }

    @Test
    void aSecondRunChangesNothing() {
        provision();
        visit.windows.clearLog();
        assertThat(provision()).isEqualTo(3010);
        assertThat(visit.windows.writes()).isEmpty();
    }

    @Test
    void undoBringsBackWhatWasBeforeEvenAfterTheRename() {
        SortedMap<String, String> before = visit.windows.snapshot();
        provision("--skip", "host-name");
        assertThat(visit.run("undo")).isEqualTo(0);
        assertThat(visit.windows.snapshot()).isEqualTo(before);
        provision();
        visit.windows.restart();
        assertThat(visit.run("undo")).isEqualTo(3010);
        assertThat(visit.output())
                .contains("in force: after a restart", "A restart is needed before everything is in force");
        assertThat(visit.windows.registry().value(InMemoryWindows.COMPUTER_NAME, "ComputerName"))
                .hasToString("Present[value=OLDNAME]");
    }

    @Test
    void undoLeavesAloneWhatSomebodyElseHasChangedAndSaysHowToForceIt() {
        provision("--only", "auto-play");
        visit.windows.put(
                RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer"),
                "NoAutorun",
                RegistryValue.dword(2));
        assertThat(visit.run("undo")).isEqualTo(8);
        assertThat(visit.output()).contains("REFUSED", "--force");
        assertThat(visit.run("undo", "--force")).isEqualTo(0);
    }

    @Test
    void undoOfACopiedCaseOfAnotherMachineIsRefused() {
        visit.windows.put(
                RegistryKey.machine("SOFTWARE\\Microsoft\\Cryptography"), "MachineGuid", RegistryValue.sz("one"));
        provision("--only", "auto-play");
        visit.windows.put(
                RegistryKey.machine("SOFTWARE\\Microsoft\\Cryptography"), "MachineGuid", RegistryValue.sz("two"));
        assertThat(visit.run("undo")).isEqualTo(8);
        assertThat(visit.errors()).contains("no run of this computer");
        assertThat(visit.run("undo", "OLDNAME-20261124T040000Z")).isEqualTo(8);
        assertThat(visit.errors()).contains("another Windows, OLDNAME");
    }

    @Test
    void verifyTellsWhatDiffersAndExitsWith4() {
        assertThat(visit.run("verify")).isEqualTo(4);
        assertThat(visit.output())
                .contains("different   proxy server: another proxy, or none")
                .contains("should be: proxy.house.test:8080, direct for <local>;*.house.test")
                .contains("by hand     host name: OLDNAME");
        assertThat(visit.windows.writes()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsIncompleteAndNotAsDesired() {
        provision("--only", "proxy");
        visit.windows.unreadable(RegistryKey.user(USER, "Software"), WindowsError.ACCESS_DENIED);
        assertThat(visit.run("verify", "--only", "proxy")).isEqualTo(3);
        assertThat(visit.output()).contains("5, ");
    }

    @Test
    void aDryRunShowsTheChangesAndMakesNone() {
        assertThat(provision("--dry-run")).isEqualTo(0);
        assertThat(visit.output()).contains("would change", "would: rename the computer to BCIA-IT-zhangsm");
        assertThat(visit.windows.writes()).isEmpty();
    }

    @Test
    void aMissingAnswerIsAskedForWhereAPersonIsThere() {
        visit.terminal.typing("IT", "zhangsm", "y");
        assertThat(visit.run("provision")).isEqualTo(3010);
        assertThat(visit.errors()).contains("Department", "Make these changes? [y/N] y");
    }

    @Test
    void aPersonWhoDoesNotConfirmHasChangedNothing() {
        visit.terminal.typing("n");
        assertThat(provision()).isEqualTo(6);
        assertThat(visit.errors()).contains("not confirmed; nothing was changed");
        assertThat(visit.windows.writes()).isEmpty();
    }

    @Test
    void withoutAPersonAMissingAnswerIsAnError() {
        assertThat(visit.run("provision", "--no-input")).isEqualTo(2);
        assertThat(visit.errors()).contains("the host name needs `dept`", "--set dept=");
    }

    @Test
    void withoutAnAdministratorNothingIsChanged() {
        visit.windows.elevated(false);
        assertThat(provision()).isEqualTo(5);
        assertThat(visit.errors()).contains("needs an administrator", "nothing was changed");
        assertThat(visit.windows.writes()).isEmpty();
    }

    @Test
    void aPersonIsOfferedToStartAgainAsAdministrator() {
        visit.windows.elevated(false);
        visit.terminal.typing("y");
        visit.elevatedExit = OptionalInt.of(3010);
        assertThat(provision()).isEqualTo(3010);
        assertThat(visit.elevatedWith).containsExactly("provision", "--set", "dept=IT", "--set", "user=zhangsm");
        assertThat(visit.windows.writes()).isEmpty();
    }

    @Test
    void jsonIsOneDocumentAndNothingElseOnStandardOutput() throws IOException {
        assertThat(provision("--format", "json")).isEqualTo(3010);
        try (JsonParser json = new JsonFactory().createParser(visit.output())) {
            assertThat(json.nextToken()).isNotNull();
            json.skipChildren();
            assertThat(json.nextToken()).isNull();
        }
        assertThat(visit.output()).contains("\"schema\" : \"fieldstick.result/1\"", "\"restartRequired\" : true");
    }

    @Test
    void everyRunKeepsItsCase() {
        provision();
        Path kept = folder.resolve("cases").resolve("OLDNAME-20261124T040000Z");
        assertThat(kept.resolve("journal.jsonl")).isNotEmptyFile();
        assertThat(kept.resolve("result.json")).content().contains("\"exit\" : 3010");
        assertThat(kept.resolve("run.log")).content().contains("AutoPlay");
        visit.run("verify");
        Path looked = folder.resolve("cases").resolve("OLDNAME-20261124T040100Z");
        assertThat(looked.resolve("journal.jsonl")).content().hasLineCount(1);
        assertThat(looked.resolve("result.json")).isNotEmptyFile();
        assertThat(looked.resolve("run.log")).exists();
    }

    @Test
    void aHostileComputerNameDoesNotLeaveTheCasesFolder() throws IOException {
        visit.windows.put(InMemoryWindows.ACTIVE_COMPUTER_NAME, "ComputerName", RegistryValue.sz("..\\..\\/etc"));
        visit.run("verify");
        try (var files = Files.list(folder.resolve("cases"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("-------etc-20261124T040000Z");
        }
    }

    @Test
    void anUnknownOptionIsNamedWithASuggestion() {
        assertThat(visit.run("provision", "--dryrun")).isEqualTo(2);
        assertThat(visit.errors()).contains("unknown argument: --dryrun", "did you mean --dry-run", "--help");
    }

    @Test
    void aSectionThatDoesNotExistIsNamed() {
        assertThat(visit.run("verify", "--only", "proxi")).isEqualTo(2);
        assertThat(visit.errors()).contains("no section `proxi`", "auto-play, host-name, proxy");
    }

    @Test
    void aProblemOfTheProfileIsShownWithItsPlaceAndNothingIsChanged() {
        visit.profile("bcia.yaml", PROFILE.replace("proxy.house.test:8080", "http://proxy"));
        assertThat(provision()).isEqualTo(2);
        assertThat(visit.errors()).contains("bcia.yaml:6:11", "^^^", "nothing was changed");
        assertThat(visit.windows.writes()).isEmpty();
    }

    @Test
    void chineseIsSpokenWhereItIsAskedFor() {
        assertThat(visit.run("verify", "--lang", "zh")).isEqualTo(4);
        assertThat(visit.output()).contains("不符", "代理服务器", "应为：");
        assertThat(visit.run("verify", "--lang", "zh", "--nonsense")).isEqualTo(2);
        assertThat(visit.errors()).contains("错误：未知参数：--nonsense");
    }

    @Test
    void helpIsThereForEveryCommandInBothLanguages() {
        for (String command : new String[] {"backup-audit", "provision", "verify", "undo", "host-name", "profile"}) {
            assertThat(visit.run(command, "--help")).isEqualTo(0);
            assertThat(visit.output()).contains("Usage: fieldstick " + command);
            assertThat(visit.run("--lang", "zh", command, "/?")).isEqualTo(0);
            assertThat(visit.output())
                    .startsWith("用法：\n  fieldstick " + command)
                    .doesNotContain("Usage", "Commands");
        }
        assertThat(visit.run("--help")).isEqualTo(0);
        assertThat(visit.output()).contains("[COMMAND]", "Commands:\n", "backup-audit", "profile");
        assertThat(visit.run("--lang", "zh", "--help")).isEqualTo(0);
        assertThat(visit.output()).contains("[命令]", "命令：\n", "backup-audit", "profile");
    }

    @Test
    void theMenuRunsWhatIsChosenUntilThePersonLeaves() {
        visit.terminal.typing("4", "nonsense", "0");
        assertThat(visit.run()).isEqualTo(4);
        assertThat(visit.errors()).contains("Number: 4", "(exit code 4)");
    }

    @Test
    void auditTurnsAutoPlayOffAndReadOnlyLeavesItAlone() {
        assertThat(visit.run("backup-audit", "--read-only")).isIn(0, 3);
        assertThat(visit.windows.writes()).isEmpty();
        visit.run("backup-audit");
        assertThat(visit.windows.writes()).isNotEmpty();
        assertThat(visit.run("verify", "--only", "auto-play")).isEqualTo(0);
    }

    @Test
    void aReportIsWrittenWhereItIsAskedFor() {
        visit.run("verify", "--report", "json:out.json", "--report", "text:out.txt");
        assertThat(folder.resolve("out.json")).content().contains("fieldstick.result/1");
        assertThat(folder.resolve("out.txt")).content().contains("different");
    }

    @Test
    void aHostNameIsShownWithHowItComesAbout() {
        assertThat(visit.run("host-name", "--dept", "IT", "--user", "张三明")).isEqualTo(0);
        assertThat(visit.output()).isEqualTo("BCIA-IT-zhangsm\n");
        assertThat(visit.errors()).contains("the surname 张 is read zhang", "15 of 15");
        assertThat(visit.run("host-name", "--dept", "IT", "--user", "乐天明")).isEqualTo(0);
        assertThat(visit.errors()).contains("other readings give: BCIA-IT-");
        assertThat(visit.run("host-name", "--dept", "XXJSB", "--user", "欧阳小红")).isEqualTo(2);
        assertThat(visit.errors()).contains("has 19 characters, Windows allows 15", "user-style: initials");
    }

    @Test
    void aRegistryValueOfTheProfileIsSetAndANumberThatIsNoneIsAProblem() {
        visit.profile("registry.yaml", """
                name: registry house
                registry:
                  - {name: hide the last user, key: 'HKLM\\SOFTWARE\\House', value-name: Hide, type: number, value: 0x1}
                  - {name: greeting, key: 'HKCU\\Software\\House', type: text, value: 您好}
                """);
        assertThat(visit.run("provision", "--profile", "profiles/registry.yaml"))
                .isEqualTo(0);
        assertThat(visit.run("verify", "--profile", "profiles/registry.yaml")).isEqualTo(0);
        assertThat(visit.windows.registry().value(RegistryKey.machine("SOFTWARE\\House"), "Hide"))
                .hasToString("Present[value=1]");
        assertThat(visit.windows.registry().value(RegistryKey.user(USER, "Software\\House"), ""))
                .hasToString("Present[value=您好]");
        visit.profile(
                "registry.yaml",
                "name: n\nregistry: [{name: x, key: 'HKLM\\SOFTWARE\\House', type: number, value: lots}]\n");
        assertThat(visit.run("verify", "--profile", "profiles/registry.yaml")).isEqualTo(2);
        assertThat(visit.errors()).contains("`lots` is no number", "registry.yaml:2:");
    }

    @Test
    void aBugIsOneLineOnTheScreenAndItsStackIsInTheLog() {
        visit.terminal = new ScriptedTerminal() {
            @Override
            public boolean interactive() {
                return true;
            }

            @Override
            public void out(String text) {
                throw new IllegalStateException("the ceiling fell down");
            }
        };
        assertThat(visit.run("verify", "--only", "auto-play")).isEqualTo(1);
        assertThat(visit.errors()).startsWith("bug: java.lang.IllegalStateException: the ceiling fell down at ");
        assertThat(visit.errors().lines()).hasSize(1);
        assertThat(folder.resolve("cases/OLDNAME-20261124T040000Z/run.log"))
                .content()
                .contains("IllegalStateException", "\tat io.fieldstick.");
    }

    @Test
    void everyFormatCanBeWrittenInOneRun() {
        for (String format : Format.NAMES) {
            assertThat(visit.run("verify", "--format", format, "--report", format + ":out." + format))
                    .isEqualTo(4);
            assertThat(folder.resolve("out." + format)).isNotEmptyFile();
        }
        assertThat(visit.run("verify", "--report", "junit:a.xml", "--report", "csv:a.csv", "--report", "html:a.html"))
                .isEqualTo(4);
        assertThat(folder.resolve("a.xml")).content().contains("<testsuites>");
        assertThat(folder.resolve("a.csv")).content().startsWith("\uFEFFcomputer,");
        assertThat(folder.resolve("a.html")).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void aFormatThatDoesNotExistIsRefusedBeforeAnythingIsDone() {
        assertThat(provision("--format", "yaml")).isEqualTo(2);
        assertThat(visit.errors()).contains("there is no format `yaml`", "text, json, junit, csv, html");
        assertThat(provision("--report", "pdf:out.pdf")).isEqualTo(2);
        assertThat(visit.errors()).contains("there is no format `pdf`");
        assertThat(provision("--report", "out.json")).isEqualTo(2);
        assertThat(visit.errors()).contains("`out.json` does not say where", "FORMAT:PATH");
        assertThat(visit.windows.writes()).isEmpty();
    }

    @Test
    void aReportThatCannotBeWrittenIsToldBeforeAnythingIsDone() {
        assertThat(provision("--report", "json:not-there/out.json")).isEqualTo(2);
        assertThat(visit.errors()).contains("out.json cannot be written: its folder is not there");
        assertThat(provision("--report", "json:profiles")).isEqualTo(2);
        assertThat(visit.errors()).contains("STICK/profiles cannot be written");
        assertThat(provision("--report", "json:bad\0name")).isEqualTo(2);
        assertThat(visit.windows.writes()).isEmpty();
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("profiles"));
        assertThat(folder.toFile().list()).containsExactly("profiles");
    }

    @Test
    void aDamagedJournalStopsUndoBeforeItChangesAnything() throws IOException {
        provision("--only", "auto-play");
        Path journal = folder.resolve("cases/OLDNAME-20261124T040000Z/journal.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("set-registry-value", "format-disk"));
        visit.windows.clearLog();
        assertThat(visit.run("undo", "OLDNAME-20261124T040000Z")).isEqualTo(8);
        assertThat(visit.errors()).contains("line 2 of the journal");
        assertThat(visit.windows.writes()).isEmpty();
    }
}
