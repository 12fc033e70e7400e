package io.fieldstick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the person at the screen can choose: the page is opened, and what Windows says then is what is told. */
class PagesOfWindowsTest {
    private static final String USER = "S-1-5-21-1-2-3-1001";

    @TempDir
    Path folder;

    private final List<WindowsPage> opened = new ArrayList<>();
    private Visit visit;

    @BeforeEach
    void aUserWhoChoseAnotherProgram() {
        InMemoryWindows windows = new InMemoryWindows()
                .user(USER, "C:\\Users\\zhangsan", true)
                .opens("ACDSee Free", "C:\\Program Files\\ACD\\ACDSee.exe", ".tif", "ACDSee.tif")
                .opens("Photos", "C:\\Windows\\photos.exe", ".tif", "Photos.tif");
        visit = new Visit(folder, windows);
        visit.profile("bcia.yaml", """
                name: harbour
                file-types:
                  - extensions: [.tif, .tiff]
                    program: ACDSee Free
                    prog-id: ACDSee.tif
                """);
        choose(".tif", "Photos.tif");
        choose(".tiff", "Photos.tif");
    }

    private void choose(String extension, String progId) {
        visit.windows.put(
                RegistryKey.user(
                        USER,
                        "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\FileExts\\" + extension
                                + "\\UserChoice"),
                "ProgId",
                RegistryValue.sz(progId));
    }

    private void chooses(String... extensions) {
        visit.windows.pages(List.of(new WindowsPage("ms-settings:defaultapps", "")), page -> {
            opened.add(page);
            for (String extension : extensions) {
                choose(extension, "ACDSee.tif");
            }
        });
    }

    @Test
    void whatThePersonChoseOnThePageIsAsDesired() {
        chooses(".tif", ".tiff");
        visit.terminal = new ScriptedTerminal().typing("y", "y", "");
        assertThat(visit.run("provision")).as(visit.output()).isZero();
        assertThat(opened).as("one page for both").hasSize(1);
        assertThat(opened.get(0).target()).isEqualTo("ms-settings:defaultapps");
        assertThat(visit.output()).contains("files .tif: chosen, and Windows confirms it", "2 changed");
        assertThat(visit.windows.writes()).noneMatch(write -> write.contains("UserChoice"));
    }

    @Test
    void whatThePersonDidNotChooseIsStillToBeDone() {
        chooses(".tif");
        visit.terminal = new ScriptedTerminal().typing("y", "y", "");
        assertThat(visit.run("provision")).isEqualTo(3);
        assertThat(visit.output()).contains("files .tiff: Windows still says: opened by photos.exe");
    }

    @Test
    void whoSaysNoIsToldHow() {
        chooses(".tif", ".tiff");
        visit.terminal = new ScriptedTerminal().typing("y", "n");
        assertThat(visit.run("provision")).isEqualTo(3);
        assertThat(opened).isEmpty();
        assertThat(visit.output()).contains("Open with");
    }

    @Test
    void aPageThatWindowsDoesNotOpenIsToldWithItsAnswer() {
        visit.terminal = new ScriptedTerminal().typing("y", "y");
        assertThat(visit.run("provision")).isEqualTo(3);
        assertThat(visit.output()).contains("open ms-settings:defaultapps: Windows answered");
    }

    @Test
    void withNobodyThereNothingIsOpened() {
        chooses(".tif", ".tiff");
        assertThat(visit.run("provision", "--no-input")).isEqualTo(3);
        assertThat(opened).isEmpty();
        visit.windows.processUser("S-1-5-18");
        visit.terminal = new ScriptedTerminal().typing("y", "y", "");
        assertThat(visit.run("provision")).isEqualTo(3);
        assertThat(opened).as("LocalSystem is nobody").isEmpty();
    }
}
