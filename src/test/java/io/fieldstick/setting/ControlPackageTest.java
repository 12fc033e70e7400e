package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldstick.message.Message;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.WindowsException;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A control that comes in a package: what is taken out of it, what is refused, and that it is all taken back. */
class ControlPackageTest {
    private static final String FOLDER = "C:\\Program Files\\Fieldstick\\"
            + FakeControls.sha256(FakeControls.PACKAGE).substring(0, 12);

    private final InMemoryWindows windows = FakeControls.on(new InMemoryWindows());
    private final ActiveXControl control = FakeControls.packaged();

    private Change install() {
        return ((Verdict.Differs) control.judgeOn(windows).verdict()).changes().get(0);
    }

    private List<String> refusal(Change change) {
        SortedMap<String, String> before = windows.snapshot();
        List<String> keys = new java.util.ArrayList<>();
        assertThatThrownBy(() -> change.makeOn(windows))
                .isInstanceOfSatisfying(
                        WindowsException.class,
                        e -> e.help().stream().map(Message::key).forEach(keys::add));
        assertThat(windows.snapshot()).isEqualTo(before);
        return keys;
    }

    @Test
    void whatTheInfNamesGoesIntoOneFolderAndTheControlIsRegisteredFromThere() {
        install().makeOn(windows);
        assertThat(windows.files().children(FOLDER).orElse(List.of()))
                .extracting(entry -> entry.name().toLowerCase(java.util.Locale.ROOT))
                .containsExactlyInAnyOrder(RemoveControl.INF, "control32.ocx", "words.dll");
        assertThat(windows.programRuns().started())
                .extracting(ProgramRuns.Start::arguments)
                .containsExactly("/s \"" + FOLDER + "\\control32.ocx\"");
        assertThat(control.judgeOn(windows).verdict()).isEqualTo(new Verdict.AsDesired());
    }

    @Test
    void undoUnregistersAndRemovesIt() {
        SortedMap<String, String> before = windows.snapshot();
        Change install = install();
        Undo.By undo = (Undo.By) install.undoFrom(windows);
        install.makeOn(windows);
        undo.changes().forEach(change -> change.makeOn(windows));
        assertThat(windows.snapshot()).isEqualTo(before);
    }

    @Test
    void aPackageThatIsSwappedAfterTheLookIsNotOpened() {
        Change install = install();
        windows.bytes("E:\\installers\\oa\\control.cab", FakeControls.BITS_32);
        assertThat(refusal(install)).containsExactly("activex.altered");
        assertThat(windows.writes()).noneMatch(write -> write.startsWith("extract"));
    }

    @Test
    void aControlThatDoesNotRegisterIsTakenBackAtOnce() {
        windows.programRuns().program("regsvr32.exe", start -> OptionalInt.of(5));
        refusal(install());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Setup Hooks]!h=h!![Add.Code]!control32.ocx=c!![c]!file=thiscab | activex.inf.hooks",
                "[Add.Code]!control32.ocx=c!![c]!hook=h | activex.inf.hook",
                "[Add.Code]!..\\..\\evil.dll=c!![c]!file=thiscab | activex.inf.name",
                "[Add.Code]!C:evil.dll=c!![c]!file=thiscab | activex.inf.name",
                "[Add.Code]!vb40.dll=c!![c]!file-win32-x86=http://old.example/vb.cab | activex.inf.elsewhere",
                "[Add.Code]!vb40.dll=nowhere | activex.inf.elsewhere",
                "[Add.Code]!other.ocx=c!![c]!file-win32-x86=thiscab | activex.inf.missing",
                "[Add.Code]!control32.ocx=c!![c]!file-win32-x86=ignore | activex.inf.nothing",
                "no INF at all | activex.inf.nothing",
            })
    void whatAPackageMayNotDoIsRefusedWithItsReason(String inf, String key) {
        FakeControls.packageOn(windows, inf.replace('!', '\n'));
        assertThat(refusal(install())).containsExactly(key);
    }

    @Test
    void onlyFoldersOfControlsAreDeleted() {
        for (String folder :
                List.of("C:\\Windows", "C:\\Program Files\\Fieldstick\\cases", "C:\\a\\..\\Fieldstick\\0123456789ab")) {
            assertThatThrownBy(() -> new RemoveControl(folder, FakeControls.CLSID))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
