package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.ProgramRunsContract;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Signatures;
import io.fieldstick.windows.Windows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.WINDOWS)
class LiveProgramRunsTest extends ProgramRunsContract {
    private static final String CMD = System.getenv("SystemRoot") + "\\System32\\cmd.exe";

    @TempDir
    Path folder;

    private final Windows windows = new LiveWindows();

    @Override
    protected Windows windows() {
        return windows;
    }

    @Override
    protected ProgramRuns.Start exiting(int code) {
        return cmd("exit " + code, Optional.empty());
    }

    @Override
    protected ProgramRuns.Start hanging() {
        return cmd("for /l %i in (0,0,1) do @rem", Optional.empty());
    }

    @Override
    protected String file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("安装 包.exe"), bytes).toString();
    }

    private ProgramRuns.Start cmd(String command, Optional<String> log) {
        return new ProgramRuns.Start(CMD, "/c " + command, folder.toString(), LIMIT, log);
    }

    @Test
    void whatAProgramPrintsIsKept() throws IOException {
        windows.programRuns().keepLogsIn(folder.toString());
        assertThat(windows.programRuns().run(cmd("echo one& echo two 1>&2", Optional.of("print"))))
                .isEqualTo(OptionalInt.of(0));
        assertThat(Files.readString(folder.resolve("print.log")))
                .contains("one")
                .contains("two");
    }

    @Test
    void whatAProgramStartsIsWaitedForUntilThereIsEnoughOfIt() {
        // Not in the test's own folder, which cannot be deleted while a program works in it.
        ProgramRuns.Start wrapper =
                new ProgramRuns.Start(CMD, "/c start /b cmd /c ping -n 8 127.0.0.1", "C:\\", LIMIT, Optional.empty());
        long began = System.nanoTime();
        assertThat(windows.programRuns().run(wrapper, () -> true)).isEqualTo(OptionalInt.of(0));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(1500));
    }

    @Test
    void whatAProgramStartedIsEndedWithItWhenTheTimeIsUp() {
        ProgramRuns.Start start = cmd("start /b cmd /c for /l %i in (0,0,1) do @rem", Optional.empty());
        ProgramRuns.Start soon = new ProgramRuns.Start(
                start.program(), start.arguments(), start.folder(), Duration.ofSeconds(1), Optional.empty());
        long before = running();
        assertThat(windows.programRuns().run(soon)).isEqualTo(OptionalInt.empty());
        assertThat(running()).isEqualTo(before);
    }

    private long running() {
        return windows.processes().running().orElse(java.util.List.of()).stream()
                .filter(process -> process.name().equalsIgnoreCase("cmd.exe"))
                .count();
    }

    /** The runtime's own program is signed by who built it; whether Windows knows the root is its own matter. */
    @Test
    void theSignerOfASignedFileIsNamed() {
        String java =
                Path.of(System.getProperty("java.home"), "bin", "java.exe").toString();
        Reading<Signatures.Signature> signature = windows.signatures().of(java);
        assertThat(signature.map(Signatures.Signature::signer)).isEqualTo(Reading.of("Eclipse.org Foundation, Inc."));
        assertThat(signature.map(Signatures.Signature::isBroken)).isEqualTo(Reading.of(false));
    }

    @Test
    void aSignedFileWithAnotherByteIsBroken() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(System.getProperty("java.home"), "bin", "java.exe"));
        bytes[0x400] ^= 1;
        Path altered = Files.write(folder.resolve("altered.exe"), bytes);
        assertThat(windows.signatures().of(altered.toString()).map(Signatures.Signature::isTrusted))
                .isEqualTo(Reading.of(false));
    }

    @Test
    void aFileWithoutASignatureHasNone() throws IOException {
        Path text = Files.writeString(folder.resolve("plain.txt"), "no signature");
        assertThat(windows.signatures().of(text.toString()).isAbsent()).isTrue();
    }
}
