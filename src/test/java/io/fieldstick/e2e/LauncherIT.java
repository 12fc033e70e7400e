package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The launcher, wherever the stick lies and whatever the PC is like; {@link Probe} says what it was given. */
final class LauncherIT {
    private static final String AWKWARD = "C:\\工具 & co!";

    private static WinePrefix windows;
    private static Stick awkward;

    // One Windows for all: the launcher changes nothing on it, and two of these tests would notice.
    @BeforeAll
    static void makeWindows() {
        windows = WinePrefix.fresh();
        awkward = windows.stick(AWKWARD).withProbe();
    }

    @AfterAll
    static void endWindows() {
        windows.close();
    }

    @Test
    void argumentsArriveAsTheyWereGivenFromAnAwkwardPath() {
        String[] given = {"verify", "a b", "部门 & co!", "100%", "q\"x", "back\\", "/?", "*", "(x)", "^", "a=b,c;d", ""};
        Run run = awkward.run(given);
        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.out().lines().filter(line -> line.startsWith("argument=")))
                .containsExactly(
                        List.of(given).stream().map(each -> "argument=" + each).toArray(String[]::new));
    }

    @Test
    void resourcesLibrariesAndNativeCodeLoadFromAFolderWhoseNameEndsWithAnExclamationMark() {
        Run run = awkward.run();
        assertThat(run.out()).as("%s", run).contains("resource=word=部门").contains("computer-name=there");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void exitCodesComeOutWhole() {
        assertThat(awkward.run("exit", "3010").exitCode()).isEqualTo(3010);
        assertThat(awkward.run("exit", "4").exitCode()).isEqualTo(4);
        assertThat(awkward.run("exit", "130").exitCode()).isEqualTo(130);
    }

    @Test
    void theStickMayBeTheRootOfAnyDrive() {
        windows.drive('k', windows.room("usb"));
        Run run = windows.stick("K:").withProbe().run();
        assertThat(run.out())
                .as("%s", run)
                .contains("fieldstick.home=K:\\.")
                .contains("FIELDSTICK_CWD=C:\\users\\zhangsan");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void whatThePcHasSetForEveryJavaProgramIsIgnored() {
        Run run = awkward.runFrom(
                "C:\\users\\zhangsan",
                Map.of(
                        "JAVA_TOOL_OPTIONS", "-Devil=tool",
                        "_JAVA_OPTIONS", "-Devil=options -Xmx1m",
                        "JDK_JAVA_OPTIONS", "-Devil=jdk",
                        "_JAVA_LAUNCHER_DEBUG", "1",
                        "CLASSPATH", "C:\\evil.jar"));
        assertThat(run.out()).as("%s", run).contains("evil=null").contains("CLASSPATH=null");
        assertThat(run.err()).doesNotContain("Picked up");
        assertThat(run.out().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("fieldstick.home="));
    }

    @Test
    void nothingIsLoadedFromTheFolderTheCallerStandsIn() {
        // Were one of these run or loaded, Windows would refuse it and the program would not start.
        for (String planted :
                List.of("java.exe", "java.bat", "version.dll", "jnidispatch.dll", "vcruntime140.dll", "cmd.exe")) {
            windows.write("C:\\planted\\" + planted, "planted".getBytes(StandardCharsets.US_ASCII));
        }
        windows.write("C:\\planted\\.hotspotrc", "-Devil=hotspotrc".getBytes(StandardCharsets.US_ASCII));
        Run run = awkward.runFrom("C:\\planted", Map.of());
        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.out())
                .containsPattern("user\\.dir=.*\\\\app\\R")
                .contains("FIELDSTICK_CWD=C:\\planted")
                .contains("evil=null");
        assertThat(run.out()
                        .lines()
                        .filter(line -> line.startsWith("jnidispatch.path="))
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line).endsWith("\\app\\native\\jnidispatch.dll"));
    }

    @Test
    void noFileIsLeftOnThePc() {
        awkward.run();
        List<String> before = windows.tree("C:\\users");
        List<String> temporary = windows.tree("C:\\windows\\temp");
        assertThat(awkward.run().exitCode()).isZero();
        assertThat(windows.tree("C:\\users")).isEqualTo(before);
        assertThat(windows.tree("C:\\windows\\temp")).isEqualTo(temporary);
    }

    @Test
    void aReadOnlyStickStarts() {
        Stick built = windows.stick("C:\\stick").withProbe();
        windows.drive('r', windows.room("read-only"));
        try (ReadOnlyMount mount = ReadOnlyMount.of(built.path(""), windows.room("read-only"))) {
            Run run = Stick.at(windows, "R:").run("exit", "3010");
            assertThat(run.exitCode()).as("%s", run).isEqualTo(3010);
            assertThat(run.out()).contains("fieldstick.home=R:\\.").contains("computer-name=there");
            assertThat(run.errBytes()).as("%s", run).isEmpty();
            assertThat(mount.isReadOnly()).isTrue();
        }
    }

    @Test
    void aStickWithoutItsRuntimeSaysSoAndExitsWith7() throws IOException {
        Stick stick = windows.stick("C:\\broken & stick");
        Files.delete(stick.path("runtime\\bin\\java.exe"));
        Run run = stick.run("--version");
        assertThat(run.exitCode()).as("%s", run).isEqualTo(7);
        assertThat(run.err()).contains("runtime\\bin\\java.exe is missing");
        assertThat(run.outBytes()).isEmpty();
    }

    @Test
    void theArchiveOfClassesIsUsedWhereverTheStickLies() throws IOException {
        Stick stick = windows.stick("C:\\工具 & co!\\moved");
        // The launcher that ships but for one word: Java says where it takes each class from.
        Path launcher = stick.path("fieldstick.cmd");
        String line = Files.readString(launcher, StandardCharsets.US_ASCII);
        assertThat(line).contains("-Xlog:disable");
        Files.writeString(launcher, line.replace("-Xlog:disable", "-Xlog:class+load"), StandardCharsets.US_ASCII);

        Run run = stick.run("--version");

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.out() + run.err())
                .contains(
                        "io.fieldstick.Main source: shared objects file (top)",
                        "picocli.CommandLine source: shared objects file (top)");
    }

    @Test
    void anArchiveOfClassesThatDoesNotFitIsPassedOverWithoutAWord() throws IOException {
        Stick stick = windows.stick("C:\\rotten");
        Path archive = stick.path("app\\fieldstick.jsa");
        byte[] whole = Files.readAllBytes(archive);
        Run good = stick.run("--version");
        assertThat(good.exitCode()).as("%s", good).isZero();
        List<byte[]> bad = List.of(
                new byte[0],
                "not an archive".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOf(whole, 3_000),
                Arrays.copyOf(whole, whole.length / 2),
                Arrays.copyOf(new byte[8], whole.length));
        for (byte[] damaged : bad) {
            Files.delete(archive);
            Files.write(archive, damaged);
            assertSameAs(good, stick.run("--version"));
        }
        Files.delete(archive);
        Files.write(archive, whole);
        Files.setLastModifiedTime(stick.path("app\\fieldstick.jar"), FileTime.fromMillis(1_000_000_000_000L));
        assertSameAs(good, stick.run("--version"));
    }

    private static void assertSameAs(Run good, Run run) {
        assertThat(run.exitCode()).as("%s", run).isEqualTo(good.exitCode());
        assertThat(run.out()).isEqualTo(good.out());
        assertThat(run.errBytes()).as("%s", run).isEmpty();
    }
}
