package io.fieldstick.report;

import io.fieldstick.audit.Confirmation;
import io.fieldstick.audit.Finding;
import io.fieldstick.audit.backup.BackupFit;
import io.fieldstick.audit.backup.BackupTarget;
import io.fieldstick.audit.backup.Medium;
import io.fieldstick.message.Language;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.provision.Outcome;
import io.fieldstick.provision.Outcome.Status;
import io.fieldstick.provision.UndoRun;
import io.fieldstick.setting.InForce;
import io.fieldstick.setting.RenameComputer;
import io.fieldstick.setting.Severity;
import io.fieldstick.setting.Waiver;
import io.fieldstick.setting.Weight;
import io.fieldstick.userdata.BigFile;
import io.fieldstick.userdata.Count;
import io.fieldstick.userdata.Fate;
import io.fieldstick.userdata.LeftBehind;
import io.fieldstick.userdata.Link;
import io.fieldstick.userdata.MailStore;
import io.fieldstick.userdata.NotRead;
import io.fieldstick.userdata.OpenWork;
import io.fieldstick.userdata.Origin;
import io.fieldstick.userdata.SpecialData;
import io.fieldstick.userdata.StoreProblem;
import io.fieldstick.userdata.UserData;
import io.fieldstick.userdata.UserDataItem;
import io.fieldstick.userdata.UserDataReport;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegisteredService;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.Service;
import io.fieldstick.windows.UserProfile;
import io.fieldstick.windows.Volumes;
import io.fieldstick.windows.WindowsError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results as runs leave them, with every status and with names that mean harm. */
final class Results {
    static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    /** A file name that tries to be HTML, to turn the line round, to clear the screen and to end early. */
    static final String HOSTILE = "C:\\Users\\li\\<script>alert(\"1\")</script>\u202Egpj.exe\u0007\uD800&amp;'";

    /** As long as a name on NTFS can be, and with no place to break it. */
    static final String LONG = "C:\\" + "x".repeat(255) + ".docx";

    private Results() {}

    static Rendering rendering(Language language) {
        return new Rendering(Messages.in(language), 80, false, StandardCharsets.UTF_8, ZoneId.of("Asia/Shanghai"));
    }

    static Result named(String name) {
        return switch (name) {
            case "settings" -> settings();
            case "undone" -> undone();
            case "audit" -> audit();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** A verify or provision with a setting of each status. */
    static Result settings() {
        List<Outcome> outcomes = List.of(
                outcome("auto-play", Status.AS_DESIRED, "x", "x"),
                outcome("proxy", Status.CHANGED, "10.1.1.1:8080", "10.1.1.1:8080"),
                outcome("host-name", Status.WOULD_CHANGE, "BCIA-IT-zhangsm", "OLDNAME"),
                outcome("trusted-sites/https://oa.house.test", Status.DIFFERS, "2", "=cmd|' /C calc'!A0"),
                outcome("software/winrar", Status.BY_HAND, "WinRAR 3.80", "+7, \"quoted\"; 1"),
                outcome("software/office", Status.NOT_APPLICABLE, "Office", "@SUM(1)"),
                unread("software/qq"),
                outcome("proxy/S-1-5-21-1-2-3-1002", Status.FAILED, "10.1.1.1:8080", HOSTILE),
                outcome("registry/banner", Status.DIFFERS, "1", "0")
                        .weighing(new Weight(Severity.WARNING, Optional.empty()), TODAY),
                outcome("registry/wallpaper", Status.DIFFERS, "blue", "-green")
                        .weighing(
                                new Weight(Severity.ERROR, Optional.of(new Waiver("till the move", "Wang", TODAY))),
                                TODAY));
        return result("verify", outcomes, List.of(), List.of(), Optional.empty(), 4);
    }

    private static Outcome outcome(String name, Status status, String desired, String actual) {
        boolean rename = name.equals("host-name");
        return new Outcome(
                name,
                words(name),
                words(desired),
                words("before"),
                words(actual),
                status,
                List.of(new Evidence("HKLM\\SOFTWARE\\Policies\\House!" + name, actual)),
                rename ? List.of(new RenameComputer("BCIA-IT-zhangsm")) : List.of(),
                status == Status.BY_HAND ? List.of(words("install it from the stick")) : List.of(),
                status == Status.FAILED ? List.of(denied("write HKCU\\X")) : List.of(),
                rename ? InForce.AFTER_RESTART : InForce.NOW);
    }

    private static Outcome unread(String name) {
        return new Outcome(
                name,
                words(name),
                words("QQ"),
                words("unknown"),
                words("unknown"),
                Status.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                List.of(denied("read HKLM\\SOFTWARE\\Tencent")),
                InForce.NOW);
    }

    /** An undo with a step of each status. */
    static Result undone() {
        List<UndoRun.Step> steps = new ArrayList<>();
        for (UndoRun.Step.Status status : UndoRun.Step.Status.values()) {
            steps.add(new UndoRun.Step(
                    steps.size() + 1,
                    "host-name",
                    new RenameComputer(HOSTILE),
                    status,
                    status == UndoRun.Step.Status.CHANGED_SINCE ? List.of(words("use --force")) : List.of(),
                    status == UndoRun.Step.Status.FAILED ? List.of(denied("rename")) : List.of()));
        }
        return result("undo", List.of(), steps, List.of(), Optional.empty(), 8);
    }

    /** An audit that found everything there is to find. */
    static Result audit() {
        return result(
                "backup-audit",
                List.of(outcome("auto-play", Status.CHANGED, "off", "off")),
                List.of(),
                List.of(
                        finding(Finding.Severity.INFO, "D:", "NTFS, 42 % free"),
                        finding(Finding.Severity.WARNING, "\\\\.\\PhysicalDrive0", "=1+1 sectors are pending"),
                        finding(Finding.Severity.INCOMPLETE, "E:", "could not be read"),
                        finding(Finding.Severity.STOP, "F:", "RAW: it was NTFS")),
                Optional.of(userData()),
                6);
    }

    static Finding finding(Finding.Severity severity, String subject, String what) {
        return new Finding(
                severity,
                "volume/test",
                subject,
                words(what),
                List.of(new Evidence("\\\\.\\" + subject + " +0x200", "EB 52 90")),
                severity == Finding.Severity.STOP ? List.of(words("write nothing to it")) : List.of());
    }

    static UserDataReport userData() {
        return new UserDataReport(
                "C:\\",
                List.of("C:\\", "D:\\"),
                List.of(zhang(), li()),
                List.of(item("drive-root", "D:\\项目资料", count(31_000, 78_000_000_000L))),
                List.of(new SpecialData(
                        "SQL Server",
                        List.of(new Evidence("HKLM\\SYSTEM\\CurrentControlSet\\Services\\MSSQLSERVER", "sqlservr.exe")),
                        List.of(item("databases", "D:\\账套\\ufdata.mdf", count(2, 3_000_000_000L))),
                        words("stop the service, or let the program back itself up"))),
                List.of(
                        store("D:\\邮件\\客户往来.pst", MailStore.Header.SOUND),
                        store("C:\\Users\\li\\archive.pst", MailStore.Header.UNSOUND),
                        onlyInCloud("C:\\Users\\li\\OneDrive\\云端.pst")),
                new LeftBehind(
                        Map.of(
                                Fate.SYSTEM, count(120_000, 21_000_000_000L),
                                Fate.TO_SAVE, count(52_100, 90_000_000_000L),
                                Fate.LEFT, count(9_000, 1_000_000_000L),
                                Fate.UNEXPLAINED, count(2, 400)),
                        List.of(new LeftBehind.Unexplained(HOSTILE, count(2, 400)))),
                List.of("C:\\Users\\li\\Documents\\合同.docx"),
                List.of(new BigFile("D:\\邮件\\<归档>.pst", 5_000_000_000L)),
                List.of(new OpenWork(
                        OpenWork.State.OPEN_DOCUMENT, "Word", "C:\\Users\\li\\Documents\\~$合同.docx", List.of())),
                List.of(new NotRead("C:\\Users\\li\\AppData\\锁", new WindowsError(words("look"), 5, "拒绝访问。"))),
                List.of(),
                List.of(
                        new Link("C:\\Documents and Settings", 0xA0000003, true),
                        new Link("C:\\Users\\li\\links to =D", 0xA000000C, false)),
                3,
                count(52_100, 90_000_000_000L),
                false,
                false);
    }

    /** A running program whose window's title means harm, and a document. */
    private static List<OpenWork> openWork() {
        List<OpenWork> work = new ArrayList<>(List.of(new OpenWork(
                OpenWork.State.RUNNING,
                "Microsoft Excel",
                "EXCEL.EXE (4711)",
                List.of("=HYPERLINK(\"x\") " + HOSTILE))));
        work.addAll(userData().openDocuments());
        return work;
    }

    /** A stick with FAT32 that is too small, and a file that is too big for it. */
    private static BackupFit backup(UserDataReport report) {
        return BackupFit.of(
                new BackupTarget(
                        "E:\\",
                        new Volumes.FileSystem("FAT32", "<盘>", 1, false),
                        new Volumes.Space(64_000_000_000L, 60_000_000_000L, 32_768),
                        Medium.USB_STICK,
                        BackupTarget.Standing.STICK),
                report);
    }

    private static List<RegisteredService> services() {
        return List.of(
                new RegisteredService("Spooler", "Print Spooler", "%SystemRoot%\\x.exe", Service.Start.AUTOMATIC, true),
                new RegisteredService(
                        "MSSQLSERVER", "SQL Server <b>", "D:\\sqlservr.exe", Service.Start.MANUAL, false));
    }

    private static Confirmation confirmation() {
        return new Confirmation(
                Optional.of("王芳 <b>"),
                NOON.plusSeconds(60),
                List.of(HOSTILE),
                List.of("=1+1 the old laptop is at home"));
    }

    private static UserData zhang() {
        return new UserData(
                user("S-1-5-21-1-2-3-1001", "zhangsan"),
                true,
                List.of(
                        item("documents", "C:\\Users\\zhangsan\\Documents", count(3000, 1_500_000_000L)),
                        item("desktop", LONG, count(12, 7)),
                        new UserDataItem(
                                "favorites",
                                "\\\\files\\home$\\zhangsan",
                                Origin.REGISTRY,
                                Optional.of(new Evidence("HKU\\S-1-5-21-1-2-3-1001\\X!Favorites", "\\\\files\\home$")),
                                UserDataItem.State.UNREADABLE,
                                Count.NONE,
                                Optional.empty(),
                                Optional.empty())),
                count(3012, 1_500_000_007L));
    }

    private static UserData li() {
        return new UserData(
                user("S-1-5-21-1-2-3-1002", "李四"),
                false,
                List.of(
                        item("documents", HOSTILE, new Count(7, 5000, 2, 9000, 3, 1, 1, Optional.of(NOON))),
                        new UserDataItem(
                                "wechat",
                                "D:\\WeChat Files",
                                Origin.ASSUMED,
                                Optional.empty(),
                                UserDataItem.State.FOUND,
                                count(900, 12_000_000),
                                Optional.of(Message.of("userdata.advice.chat")),
                                Optional.of("C:\\Users\\李四\\Documents\\WeChat Files"))),
                count(907, 12_005_000));
    }

    private static UserProfile user(String sid, String name) {
        return new UserProfile(
                sid, name, new Reading.Present<>("C:\\Users\\" + name), true, UserProfile.Standing.IN_USE);
    }

    private static UserDataItem item(String kind, String path, Count count) {
        return new UserDataItem(
                kind,
                path,
                Origin.DEFAULT,
                Optional.empty(),
                UserDataItem.State.FOUND,
                count,
                Optional.empty(),
                Optional.empty());
    }

    private static MailStore store(String path, MailStore.Header header) {
        boolean sound = header == MailStore.Header.SOUND;
        return new MailStore(
                path,
                new Reading.Present<>(new FileEntry("x.pst", 0, 0, 600_000_000, NOON)),
                sound
                        ? List.of(new MailStore.Registration("zhangsan", "16.0", "Outlook", "HKU\\X!001f6700"))
                        : List.of(),
                header,
                sound
                        ? List.of()
                        : List.of(new StoreProblem("truncated", Message.of("userdata.store.truncated", 9, 5))));
    }

    private static MailStore onlyInCloud(String path) {
        int attributes = FileEntry.OFFLINE | FileEntry.RECALL_ON_DATA_ACCESS;
        return new MailStore(
                path,
                new Reading.Present<>(new FileEntry("云端.pst", attributes, 0, 700_000_000, NOON)),
                List.of(),
                MailStore.Header.ONLY_IN_CLOUD,
                List.of(new StoreProblem("only-in-cloud", Message.of("userdata.store.only-in-cloud"))));
    }

    static Count count(long files, long bytes) {
        return new Count(files, bytes, 0, 0, 1, 0, 0, Optional.of(NOON.minusSeconds(86_400)));
    }

    private static InstalledProgram program(String name, String version) {
        return new InstalledProgram(
                name,
                version,
                "@maker, \"quoted\"",
                version.isEmpty() ? Reading.absent() : Reading.of(TODAY),
                Reading.of(NOON),
                InstalledProgram.Listing.PROGRAM,
                List.of(RegistryKey.machine("SOFTWARE\\X")));
    }

    private static WindowsError denied(String tried) {
        return new WindowsError(words(tried), 5, "Access is denied.");
    }

    /** A sentence that is the same in every language. */
    private static Message words(String text) {
        return new Message(text, List.of());
    }

    static Result result(
            String command,
            List<Outcome> outcomes,
            List<UndoRun.Step> undone,
            List<Finding> findings,
            Optional<UserDataReport> userData,
            int exit) {
        return result(command, outcomes, undone, findings, userData, Optional.empty(), exit);
    }

    /** A verify that found these programs. */
    static Result listing(List<InstalledProgram> programs) {
        return result("verify", List.of(), List.of(), List.of(), Optional.empty(), Optional.of(programs), 0);
    }

    private static Result result(
            String command,
            List<Outcome> outcomes,
            List<UndoRun.Step> undone,
            List<Finding> findings,
            Optional<UserDataReport> userData,
            Optional<List<InstalledProgram>> programs,
            int exit) {
        return new Result(
                "0.1.0",
                command,
                "OLDNAME-20261124T040000Z",
                "OLDNAME",
                "Wang \u202E<b>",
                command.equals("backup-audit") ? Optional.empty() : Optional.of("BCIA office workstation"),
                NOON,
                NOON.plusMillis(61_234),
                outcomes,
                undone,
                findings,
                userData,
                userData.isPresent() ? openWork() : List.of(),
                userData.map(Results::backup),
                userData.map(report -> confirmation()),
                programs,
                userData.map(report -> services()),
                command.equals("verify")
                        ? List.of(program("=cmd|' /C calc'!A0", "1.0"), program(HOSTILE, ""))
                        : List.of(),
                List.of(words("the case is " + HOSTILE)),
                true,
                exit);
    }
}
