package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Pointer;
import io.fieldstick.windows.Turns;
import io.fieldstick.windows.TurnsContract;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.WINDOWS)
class LiveTurnsTest extends TurnsContract {
    /** ERROR_INVALID_HANDLE: the name is that of another kind of object (MS docs: CreateMutexW). */
    private static final int ANOTHER_KIND = 6;

    @Override
    protected Turns turns() {
        return new LiveTurns();
    }

    /** A process of its own that takes the turn, says so and waits until its input ends. */
    public static final class Holder {
        public static void main(String[] args) throws IOException {
            Turns.Taken taken = (Turns.Taken) new LiveTurns().take();
            taken.leave("the other process");
            System.out.println("taken");
            System.out.flush();
            if (System.in.read() < 0) {
                taken.close();
            }
        }
    }

    private static Process holder() throws IOException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java.exe")
                                .toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName())
                .redirectError(new File("NUL"))
                .start();
        byte[] said = holder.getInputStream().readNBytes(5);
        assertThat(new String(said, StandardCharsets.US_ASCII)).isEqualTo("taken");
        return holder;
    }

    @Test
    void anotherProcessHasTheTurnUntilItGivesItBack() throws IOException, InterruptedException {
        Process holder = holder();
        assertThat(turns().take()).isEqualTo(new Turns.Busy(Optional.of("the other process")));
        holder.getOutputStream().close();
        holder.waitFor();
        ((Turns.Taken) turns().take()).close();
    }

    @Test
    void theTurnEndsWithAProcessThatIsKilled() throws IOException, InterruptedException {
        Process holder = holder();
        assertThat(turns().take()).isInstanceOf(Turns.Busy.class);
        holder.destroyForcibly().waitFor();
        ((Turns.Taken) turns().take()).close();
    }

    @Test
    void aNameThatSomebodyUsesForSomethingElseIsARefusal() {
        long other =
                Kernel32.CreateFileMappingW(Kernel32.INVALID_HANDLE, Pointer.NULL, 4, 0, 16, Wide.of(LiveTurns.MUTEX));
        Assertions.assertThatThrownBy(() -> turns().take())
                .isInstanceOfSatisfying(
                        WindowsException.class,
                        refused -> assertThat(refused.error().code()).isIn(ANOTHER_KIND, WindowsError.ACCESS_DENIED));
        Kernel32.CloseHandle(other);
    }
}
