package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Message;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.MacAddress;
import io.fieldstick.windows.NetworkAdapter;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a workstation is for and what it is called: told, looked up, asked, and whether the name is free. */
class NamingTest {
    private static final String PROFILE = """
        name: test house
        host-name: {pattern: "BCIA-{dept}-{user}"}
        """;
    private static final String NUMBERING = PROFILE.replace("}\"}", "}\", if-taken: number}");
    private static final String ROSTER = """
        序列号,MAC地址,部门,姓名,姓氏读音,房间,信息点
        PF0ABC12,,IT,张三明,,305,A-12
        ,00:1a:2b:3c:4d:5e,HR,覃勇,tan,306,
        PF0XYZ99,,IT,张三茂,,307,A-14
        """;

    @TempDir
    Path folder;

    private Visit visit = new Visit(Path.of("."), new InMemoryWindows());

    @BeforeEach
    void anEngineerArrives() {
        visit = new Visit(folder, new InMemoryWindows());
        visit.profile("bcia.yaml", PROFILE);
    }

    private void roster(String text) {
        try {
            Files.writeString(folder.resolve("roster.csv"), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String pending() {
        return visit.windows
                .registry()
                .value(InMemoryWindows.COMPUTER_NAME, "ComputerName")
                .map(value -> value.text())
                .orElse("");
    }

    private void isRefused(int exit, String... words) {
        assertThat(visit.run("provision", "--no-input")).isEqualTo(exit);
        assertThat(visit.errors()).contains(words);
        assertThat(visit.windows.writes()).isEmpty();
    }

    @Test
    void theRosterNamesTheComputerByItsSerialNumberUnattended() {
        roster(ROSTER.replace("张三茂", "李四"));
        visit.windows.serialNumber(Reading.of("pf0abc12"));
        assertThat(visit.run("provision", "--no-input")).isEqualTo(3010);
        assertThat(pending()).isEqualTo("BCIA-IT-ZHANGSM");
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains("roster.csv, line 2: this computer is for department IT, user 张三明; room 305, socket A-12");
        assertThat(visit.errors()).contains("the pattern gives BCIA-IT-zhangsm: 15 of 15 characters");
        visit.windows.restart();
        assertThat(visit.run("verify")).isEqualTo(0);
        assertThat(visit.output()).contains("ok          host name: BCIA-IT-zhangsm");
        visit.windows.computerName("BCIA-IT-lis");
        assertThat(visit.run("verify")).as("the name of another row").isEqualTo(4);
    }

    @Test
    void theRosterNamesTheComputerByTheAddressOfItsHardwareOnly() {
        roster(ROSTER);
        NetworkAdapter software =
                new NetworkAdapter("TAP-Windows Adapter V9", new MacAddress("00-1A-2B-3C-4D-5E"), false);
        visit.windows.adapters(software);
        isRefused(2, "roster.csv has no row for this computer", "serial number - or MAC address -");
        visit.windows.adapters(
                software,
                new NetworkAdapter("Intel", new MacAddress("00-1A-2B-3C-4D-5F"), true),
                new NetworkAdapter("Realtek", new MacAddress("00-1A-2B-3C-4D-5E"), true));
        assertThat(visit.run("provision", "--no-input")).isEqualTo(3010);
        assertThat(pending()).isEqualTo("BCIA-HR-TANY");
    }

    @Test
    void aSerialNumberThatCannotBeReadIsNotTakenForNone() {
        roster(ROSTER);
        visit.windows.serialNumber(Reading.unreadable(
                new WindowsError(Message.of("windows.tried.ask-serial-number"), WindowsError.ACCESS_DENIED, "")));
        isRefused(2, "this computer may have a row in the roster that is not found", "5");
    }

    @Test
    void whatTheCommandLineSaysBeatsTheRoster() {
        roster(ROSTER);
        visit.windows.serialNumber(Reading.of("PF0ABC12"));
        assertThat(visit.run("provision", "--no-input", "--set", "user=lisi")).isEqualTo(3010);
        assertThat(pending()).isEqualTo("BCIA-IT-LISI");
    }

    @Test
    void aComputerThatIsInNoRowIsNamedSoThatSomebodyCanAddIt() {
        roster(ROSTER);
        visit.windows.serialNumber(Reading.of("PF0NEW01"));
        isRefused(2, "the host name needs `dept`", "serial number PF0NEW01 or MAC address 3C-52-82-00-00-01");
        visit.terminal.typing("IT", "lisi", "y");
        assertThat(visit.run("provision")).isEqualTo(3010);
        assertThat(pending()).isEqualTo("BCIA-IT-LISI");
    }

    @Test
    void aComputerThatIsInTwoRowsIsRefused() {
        roster(ROSTER);
        visit.windows.serialNumber(Reading.of("PF0ABC12"));
        visit.windows.adapters(new NetworkAdapter("Realtek", new MacAddress("00-1A-2B-3C-4D-5E"), true));
        isRefused(2, "this computer is in line 2 and in line 3", "PF0ABC12");
    }

    @Test
    void aRosterWithFaultsIsShownWithAllOfThemAndNothingIsChanged() {
        roster("serial,dept,user\n0,IT,Li\nS1,,Li\n");
        isRefused(2, "STICK/roster.csv:2:1", "`0` is no serial number", "STICK/roster.csv:3:4", "nothing was changed");
        assertThat(visit.run("verify", "--roster", "nowhere.csv")).isEqualTo(2);
        assertThat(visit.errors()).contains("there is no file STICK/nowhere.csv");
    }

    @Test
    void theRosterIsNoBusinessOfARunWithoutTheHostName() {
        visit.profile("bcia.yaml", PROFILE + "auto-play: disabled\n");
        roster("nonsense");
        assertThat(visit.run("provision", "--skip", "host-name")).isEqualTo(0);
    }

    @Test
    void aNameOfAnotherRowIsRefusedWithTheNextFreeOne() {
        roster(ROSTER);
        visit.windows.serialNumber(Reading.of("PF0ABC12"));
        isRefused(
                6,
                "the host name BCIA-IT-zhangsm belongs to line 4 of the roster: department IT, user 张三茂; nothing was"
                        + " changed",
                "the next free name is BCIA-IT-zhangs2");
    }

    @Test
    void rowsWithTheSameNameAreNumberedInTheOrderOfTheRosterIfTheProfileSaysSo() {
        visit.profile("bcia.yaml", NUMBERING);
        roster(ROSTER);
        visit.windows.serialNumber(Reading.of("PF0XYZ99"));
        assertThat(visit.run("provision", "--no-input")).isEqualTo(3010);
        assertThat(pending()).isEqualTo("BCIA-IT-ZHANGS2");
        assertThat(visit.output()).contains("by `if-taken: number` of the profile");
        visit.windows.restart();
        assertThat(visit.run("verify")).isEqualTo(0);
        visit.windows.clearLog();
        assertThat(visit.run("provision", "--no-input")).isEqualTo(0);
        assertThat(visit.windows.writes()).isEmpty();
        visit.windows.serialNumber(Reading.of("PF0ABC12")).computerName("DESKTOP-1");
        visit.run("provision", "--no-input");
        assertThat(pending()).as("the first row").isEqualTo("BCIA-IT-ZHANGSM");
    }

    @Test
    void aNameThatAnotherComputerAnswersToIsRefusedUnlessSomebodyInsists() {
        visit.windows.neighbour("BCIA-IT-lis", "10.1.2.3").neighbour("BCIA-IT-lis2", "10.1.2.4");
        assertThat(visit.run("provision", "--no-input", "--set", "dept=IT", "--set", "user=李四"))
                .isEqualTo(6);
        assertThat(visit.errors())
                .contains(
                        "another computer answers to the host name BCIA-IT-lis, at 10.1.2.3",
                        "the next free name is BCIA-IT-lis3",
                        "--set host-name=BCIA-IT-lis\n");
        assertThat(visit.windows.writes()).isEmpty();
        assertThat(visit.run("provision", "--no-input", "--set", "host-name=BCIA-IT-lis"))
                .isEqualTo(3010);
        assertThat(pending()).isEqualTo("BCIA-IT-LIS");
    }

    @Test
    void aPersonMayTakeTheNextFreeName() {
        visit.windows.neighbour("BCIA-IT-lis", "10.1.2.3");
        visit.terminal.typing("n");
        assertThat(visit.run("provision", "--set", "dept=IT", "--set", "user=李四"))
                .isEqualTo(6);
        visit.terminal.typing("y", "y");
        assertThat(visit.run("provision", "--set", "dept=IT", "--set", "user=李四"))
                .isEqualTo(3010);
        assertThat(visit.errors()).contains("Take BCIA-IT-lis2 instead? [y/N] y");
        assertThat(pending()).isEqualTo("BCIA-IT-LIS2");
    }

    @Test
    void thePresentNameOfTheComputerIsNotTaken() {
        visit.windows.computerName("BCIA-IT-lis").neighbour("BCIA-IT-lis", "10.1.2.3");
        assertThat(visit.run("provision", "--no-input", "--set", "dept=IT", "--set", "user=李四"))
                .isEqualTo(0);
        assertThat(visit.windows.writes()).isEmpty();
    }

    @Test
    void aNetworkThatAnswersForEveryNameOrForNoneInTimeIsNoReasonToRefuse() {
        visit.windows.otherNames(Reading.of(List.of("198.51.100.7")));
        assertThat(visit.run("provision", "--no-input", "--set", "dept=IT", "--set", "user=李四"))
                .isEqualTo(3010);
        visit.windows
                .computerName("PC-1")
                .otherNames(Reading.unreadable(new WindowsError(Tried.lookUpName("x"), 1460, "")));
        assertThat(visit.run("provision", "--no-input", "--set", "dept=IT", "--set", "user=李四"))
                .isEqualTo(3010);
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains("whether another computer has the host name BCIA-IT-lis is not known", "1460");
    }

    @Test
    void aPersonIsAskedHowASurnameIsRead() {
        visit.terminal.typing("tan", "y");
        assertThat(visit.run("provision", "--set", "dept=IT", "--set", "user=覃勇"))
                .isEqualTo(3010);
        assertThat(visit.errors())
                .contains("The surname 覃 is read qin, tan, depending on the family. Which? [qin] tan")
                .contains("the pattern gives BCIA-IT-tany: 12 of 15 characters");
        assertThat(visit.errors().indexOf("12 of 15")).isLessThan(visit.errors().indexOf("Make these changes?"));
        assertThat(pending()).isEqualTo("BCIA-IT-TANY");
        visit.terminal.typing("", "y");
        visit.run("provision", "--set", "dept=IT", "--set", "user=覃勇");
        assertThat(pending()).isEqualTo("BCIA-IT-QINY");
    }

    @Test
    void withoutAPersonTheLikelierReadingIsTakenAndTheResultSaysSo() {
        assertThat(visit.run("provision", "--no-input", "--set", "dept=IT", "--set", "user=覃勇"))
                .isEqualTo(3010);
        assertThat(pending()).isEqualTo("BCIA-IT-QINY");
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains(
                        "the surname 覃 is read qin, tan, depending on the family; qin was taken", "--set surname=tan");
        assertThat(visit.run("provision", "--no-input", "--set", "dept=IT", "--set", "user=覃勇", "--set", "surname=tan"))
                .isEqualTo(3010);
        assertThat(pending()).isEqualTo("BCIA-IT-TANY");
    }

    @Test
    void aHostNameThatIsGivenWholeMustBeOne() {
        assertThat(visit.run("provision", "--no-input", "--set", "host-name=a name_that is long"))
                .isEqualTo(2);
        assertThat(visit.errors()).contains("`a name_that is long`", "^^^", "nothing was changed");
    }

    @Test
    void theHostNameCommandKnowsTheRosterAndWhoHasTheName() {
        roster(ROSTER);
        visit.windows.serialNumber(Reading.of("PF0ABC12"));
        assertThat(visit.run("host-name")).isEqualTo(0);
        assertThat(visit.output()).isEqualTo("BCIA-IT-zhangsm\n");
        assertThat(visit.errors())
                .contains("line 2: this computer", "belongs to line 4 of the roster")
                .contains("the next free name is BCIA-IT-zhangs2");
        assertThat(visit.run("host-name", "--dept", "IT", "--user", "覃勇", "--surname", "tan"))
                .isEqualTo(0);
        assertThat(visit.output()).isEqualTo("BCIA-IT-tany\n");
        visit.windows.serialNumber(Reading.absent());
        assertThat(visit.run("host-name", "--dept", "IT")).isEqualTo(2);
        assertThat(visit.errors())
                .contains("the host name needs `user`", "give it with --set user=...")
                .doesNotContain("--skip");
    }

    @Test
    void theHostNameCommandShowsTheNameThatProvisionWouldGive() {
        visit.profile("bcia.yaml", NUMBERING);
        roster(ROSTER);
        visit.windows.serialNumber(Reading.of("PF0XYZ99"));
        assertThat(visit.run("host-name")).isEqualTo(0);
        assertThat(visit.output()).isEqualTo("BCIA-IT-zhangs2\n");
        assertThat(visit.errors()).contains("by `if-taken: number` of the profile this one becomes BCIA-IT-zhangs2");
        visit.run("provision", "--no-input");
        assertThat(pending()).isEqualTo("BCIA-IT-ZHANGS2");
        visit.windows.restart();
        visit.run("host-name");
        assertThat(visit.output()).isEqualTo("BCIA-IT-zhangs2\n");
    }

    @Test
    void theHostNameCommandHasNoReport() {
        assertThat(visit.run("host-name", "--dept", "IT", "--user", "李四", "--format", "json"))
                .isEqualTo(2);
        assertThat(visit.errors()).contains("`fieldstick host-name` has no result");
        assertThat(visit.run("host-name", "--dept", "IT", "--user", "李四", "--report", "json:x.json"))
                .isEqualTo(2);
        assertThat(visit.run("profile", "schema", "--format", "html")).isEqualTo(2);
        assertThat(visit.errors()).contains("`fieldstick profile schema` has no result");
    }

    /** Windows's own settings allow host names of 63 characters; their NetBIOS name is cut to 15. */
    @Test
    void aLongerHostNameThatBeginsWithTheWantedOneIsAnotherName() {
        visit.windows.computerName("BCIA-IT-zhangsm-old");
        SortedMap<String, String> before = visit.windows.snapshot();
        assertThat(visit.run("verify", "--set", "host-name=BCIA-IT-zhangsm")).isEqualTo(4);
        assertThat(visit.output()).contains("host name: BCIA-IT-zhangsm-old");
        assertThat(visit.run("provision", "--no-input", "--set", "dept=IT", "--set", "user=张三明"))
                .isEqualTo(3010);
        assertThat(visit.output().replaceAll("\\s+", " "))
                .contains("BCIA-IT-zhangsm-old, after the next restart BCIA-IT-zhangsm");
        assertThat(visit.run("undo")).isEqualTo(3010);
        assertThat(visit.windows.snapshot()).isEqualTo(before);
    }

    @Test
    void whatCanGiveNoHostNameIsFoundWhereItStandsBeforeAnybodyIsNamed() {
        Path profile = visit.profile("bad.yaml", """
                name: n
                host-name:
                  pattern: "BCIA_{dept}-{user}"
                  departments: {财务部: C W}
                """);
        assertThat(visit.run("profile", "check", profile.toString())).isEqualTo(2);
        assertThat(visit.errors()).contains("`财务部` must be a short code", "bad.yaml:4:22");
        visit.profile("bad.yaml", "name: n\nhost-name:\n  pattern: \"BCIA_{dept}-{user}\"\n");
        assertThat(visit.run("profile", "check", profile.toString())).isEqualTo(2);
        assertThat(visit.errors())
                .contains("the pattern has characters that a host name must not have: _", "bad.yaml:3:12");
        visit.profile("bad.yaml", "name: n\nhost-name: {pattern: \"BEIJING-OFFICE-{user}\"}\n");
        assertThat(visit.run("profile", "check", profile.toString())).isEqualTo(2);
        assertThat(visit.errors()).contains("the pattern has 15 characters without department and user");
        visit.profile("bad.yaml", "name: n\nhost-name: {pattern: \"BEIJING-OFFIC-{user}\"}\n");
        assertThat(visit.run("profile", "check", profile.toString())).isEqualTo(0);
    }

    @Test
    void withoutAnswersAnyNameThatThePatternCanGiveWillDo() {
        visit.windows.computerName("BCIA-A-1-li-s");
        assertThat(visit.run("verify")).isEqualTo(0);
        visit.windows.computerName("BCIA-IT-zhangsm-old");
        assertThat(visit.run("verify")).isEqualTo(4);
        visit.windows.computerName("BCIA-IT");
        assertThat(visit.run("verify")).isEqualTo(4);
    }
}
