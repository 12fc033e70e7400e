package io.fieldstick.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.setting.Proxy;
import io.fieldstick.setting.ProxyRoute;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.offline.WithAllUsers;
import io.fieldstick.windows.offline.WithUnloadedUsers;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a refusal reaches. */
class RefusalTest {
    private static final String ZHANG = "S-1-5-21-1-2-3-1001";
    private static final String LI = "S-1-5-21-1-2-3-1002";
    private static final String SERVER = "proxy.house.example:8080";
    private static final int NOT_REGISTRY_FILE = 1017;

    @TempDir
    Path folder;

    private final InMemoryWindows windows = new InMemoryWindows()
            .user(ZHANG, "C:\\Users\\zhangsan", true)
            .user(LI, "C:\\Users\\lisi", true)
            .signOut(LI)
            .defaultUser();

    private final SortedMap<String, String> before = windows.snapshot();

    private Path journal() {
        return folder.resolve("journal.jsonl");
    }

    private Outcome provision(Proxy proxy) {
        try (WithAllUsers everybody = new WithAllUsers(windows);
                Journal journal = Journal.create(journal(), new Journal.Header("run", "machine", "computer"))) {
            return Engine.provision(proxy, everybody, journal);
        }
    }

    private Reading<RegistryValue> server(String user) {
        return new WithUnloadedUsers(windows)
                .registry()
                .value(
                        RegistryKey.user(user, "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings"),
                        "ProxyServer");
    }

    @Test
    void aUserWhoseFileWindowsDoesNotLoadIsToldAndTheOthersAreSet() {
        Proxy proxy = new Proxy(SERVER, List.of("<local>"));
        // The first write shows the hive of users to come.
        windows.failWrite(1, NOT_REGISTRY_FILE);
        Outcome outcome = provision(proxy);
        assertThat(outcome.status()).isEqualTo(Outcome.Status.FAILED);
        assertThat(outcome.refusals()).extracting(WindowsError::code).containsExactly(NOT_REGISTRY_FILE);
        assertThat(outcome.notes())
                .anySatisfy(note -> assertThat(note.arguments()).containsExactly(10, 15));
        assertThat(server(RegistryKey.DEFAULT_USER)).isEqualTo(Reading.absent());
        assertThat(server(ZHANG)).isEqualTo(Reading.of(RegistryValue.sz(SERVER)));
        assertThat(server(LI)).isEqualTo(Reading.of(RegistryValue.sz(SERVER)));

        try (WithAllUsers everybody = new WithAllUsers(windows)) {
            assertThat(UndoRun.run(Journal.read(journal()), setting -> true, everybody, false))
                    .allMatch(UndoRun.Step::settled);
        }
        assertThat(windows.snapshot()).isEqualTo(before);
    }

    @Test
    void aFileThatCannotBeReadIsToldOnceAndNotWithEveryValueInIt() {
        windows.user("S-1-5-21-1-2-3-1009", "C:\\Users\\bad", false)
                .bytes("C:\\Users\\bad\\NTUSER.DAT", new byte[] {1});
        Outcome outcome = provision(new Proxy(SERVER, List.of("<local>")));
        assertThat(outcome.status()).isEqualTo(Outcome.Status.UNKNOWN);
        assertThat(outcome.refusals()).hasSize(1);
        assertThat(server(ZHANG)).isEqualTo(Reading.of(RegistryValue.sz(SERVER)));
    }

    /** Until the machine's proxy is whole, the policy that makes it count must not be set. */
    @Test
    void aRefusalOfTheMachineEndsTheSetting() {
        windows.failWrite(2, WindowsError.ACCESS_DENIED);
        Outcome outcome = provision(new Proxy(ProxyRoute.through(SERVER, List.of()), Proxy.Scope.MACHINE));
        assertThat(outcome.status()).isEqualTo(Outcome.Status.FAILED);
        assertThat(outcome.changes()).hasSize(1);
        assertThat(windows.writes()).hasSize(1);
    }
}
