package io.fieldstick.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldstick.message.Message;
import io.fieldstick.provision.Outcome.Status;
import io.fieldstick.setting.Change;
import io.fieldstick.setting.FakeControls;
import io.fieldstick.setting.InForce;
import io.fieldstick.setting.Judgement;
import io.fieldstick.setting.RegisterServer;
import io.fieldstick.setting.SetRegistryValue;
import io.fieldstick.setting.Setting;
import io.fieldstick.setting.ValueSameness;
import io.fieldstick.setting.Verdict;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
    private static final RegistryKey KEY = RegistryKey.machine("SOFTWARE\\House");
    private static final String OCX = "C:\\Program Files\\Fieldstick\\0123456789ab\\control.ocx";

    private final InMemoryWindows windows = FakeControls.on(new InMemoryWindows());
    private final SetRegistryValue value = new SetRegistryValue(
            KEY, "X", RegistryValue.dword(1), ValueSameness.BYTES, InForce.NOW, Set.of(Announcement.INTERNET_SETTINGS));

    @TempDir
    Path folder;

    private Path path;
    private Journal journal;

    @BeforeEach
    void aRunHasBegun() {
        path = folder.resolve("journal.jsonl");
        journal = Journal.create(path, new Journal.Header("run", "machine", "computer"));
    }

    /** A setting that is brought about by {@code changes}. */
    private record Wanted(List<Change> changes) implements Setting<Boolean> {
        @Override
        public String name() {
            return "wanted";
        }

        @Override
        public Message title() {
            return Message.of("autoplay.title");
        }

        @Override
        public Message desired() {
            return Message.of("autoplay.title");
        }

        @Override
        public Boolean read(WindowsView windows) {
            return changes.stream().allMatch(change -> change.isMadeOn(windows).orElse(false));
        }

        @Override
        public Judgement judge(Boolean made) {
            return Judgement.of(title(), List.of(), Verdict.differs(made ? List.of() : changes));
        }
    }

    @Test
    void whatWasChangedIsAnnouncedThoughTheStickIsFull() {
        windows.programRuns().program("regsvr32.exe", start -> {
            journal.close();
            return OptionalInt.of(0);
        });
        Change last = new RegisterServer(OCX, RegistryKey.View.BITS_64, FakeControls.CLSID, true);
        assertThatThrownBy(() -> Engine.provision(new Wanted(List.of(value, last)), windows, journal))
                .isInstanceOf(JournalUnwritableException.class);
        assertThat(windows.announcements()).containsExactly(Announcement.INTERNET_SETTINGS);
    }

    /** It was made, and only the note that it was could not be written. */
    @Test
    void theLastChangeBeforeTheStickIsFullIsAnnouncedToo() {
        Windows fills = new CrashingWindows(windows, 1, true, journal::close);
        assertThatThrownBy(() -> Engine.provision(new Wanted(List.of(value)), fills, journal))
                .isInstanceOf(JournalUnwritableException.class);
        assertThat(windows.registry().exists(KEY).orElse(false)).isTrue();
        assertThat(windows.announcements()).containsExactly(Announcement.INTERNET_SETTINGS);
    }

    /** 5 is what regsvr32 says of a control that refuses; from Windows it would mean that access was denied. */
    @Test
    void theExitCodeOfAProgramIsNotTakenForOneOfWindows() {
        windows.programRuns().program("regsvr32.exe", start -> OptionalInt.of(5));
        Change change = new RegisterServer(OCX, RegistryKey.View.BITS_64, FakeControls.CLSID, true);
        Outcome outcome = Engine.provision(new Wanted(List.of(change)), windows, journal);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.notes())
                .extracting(Message::key)
                .containsExactly("activex.exit-codes", "provision.state-none", "provision.try-again");
    }
}
