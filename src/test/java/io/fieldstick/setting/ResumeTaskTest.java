package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The task by which a run goes on, held against the rules of [MS-TSCH] 2.5, which Wine's Task Scheduler does not ask for. */
class ResumeTaskTest {
    private static final String SYSTEM = "C:\\Windows\\System32";
    private static final String FOLDER = "C:\\Windows\\Temp\\fieldstick-0123456789abcdef";
    private static final Instant UNTIL = Instant.parse("2026-12-01T04:00:00.123Z");
    private static final ResumeTask TASK = new ResumeTask("PC-20261124T040000Z", FOLDER, UNTIL);

    private static Element root() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(TASK.xml(SYSTEM))))
                .getDocumentElement();
    }

    private static List<String> children(String name) throws Exception {
        List<String> names = new ArrayList<>();
        Node start =
                name.equals("Task") ? root() : root().getElementsByTagName(name).item(0);
        for (Node child = start.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                names.add(element.getTagName());
            }
        }
        return names;
    }

    private static String text(String name) throws Exception {
        return root().getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void itIsATaskOfVersion12() throws Exception {
        assertThat(root().getNamespaceURI()).isEqualTo("http://schemas.microsoft.com/windows/2004/02/mit/task");
        assertThat(root().getAttribute("version")).isEqualTo("1.2");
        assertThat(children("Task"))
                .containsExactly("RegistrationInfo", "Triggers", "Principals", "Settings", "Actions");
    }

    /** A trigger is a sequence: what all triggers have comes first, in this order, and then what this one has. */
    @Test
    void itStartsWithWindowsAndExpires() throws Exception {
        assertThat(children("Triggers")).containsExactly("BootTrigger");
        List<String> order =
                List.of("Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit", "Delay");
        assertThat(children("BootTrigger"))
                .isSubsetOf(order)
                .isSortedAccordingTo((one, other) -> order.indexOf(one) - order.indexOf(other));
        assertThat(OffsetDateTime.parse(text("EndBoundary")).toInstant())
                .isEqualTo(Instant.parse("2026-12-01T04:00:00Z"));
        assertThat(text("DeleteExpiredTaskAfter")).isEqualTo("PT0S");
    }

    @Test
    void itRunsAsLocalSystemWithoutAPassword() throws Exception {
        assertThat(text("UserId")).isEqualTo("S-1-5-18");
        assertThat(text("RunLevel")).isEqualTo("HighestAvailable");
        // LogonType is for accounts that sign in; a service account has none.
        assertThat(children("Principal")).containsExactly("UserId", "RunLevel");
    }

    @Test
    void itRunsOnBatteryOnceAndNotForEver() throws Exception {
        assertThat(Set.copyOf(children("Settings")))
                .hasSameSizeAs(children("Settings"))
                .isSubsetOf(
                        "AllowStartOnDemand",
                        "MultipleInstancesPolicy",
                        "DisallowStartIfOnBatteries",
                        "StopIfGoingOnBatteries",
                        "DeleteExpiredTaskAfter",
                        "ExecutionTimeLimit");
        assertThat(text("MultipleInstancesPolicy")).isEqualTo("IgnoreNew");
        assertThat(text("DisallowStartIfOnBatteries")).isEqualTo("false");
        assertThat(text("StopIfGoingOnBatteries")).isEqualTo("false");
        assertThat(text("ExecutionTimeLimit")).matches("PT[1-9][0-9]*H");
    }

    @Test
    void itStartsTheCopyAndThenDeletesIt() throws Exception {
        assertThat(text("Command")).isEqualTo("C:\\Windows\\System32\\cmd.exe");
        assertThat(text("Arguments"))
                .isEqualTo("/d /c \"\"" + FOLDER + "\\fieldstick.cmd\" provision --resumed & rd /s /q \"" + FOLDER
                        + "\"\"");
        assertThat(root().getElementsByTagName("Actions")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("Context")
                        .getNodeValue())
                .isEqualTo(((Element) root().getElementsByTagName("Principal").item(0)).getAttribute("id"));
    }

    @Test
    void whatWindowsGivesBackIsTheSameTaskUntilSomebodyAltersIt() {
        String given = TASK.xml(SYSTEM).replace("<Exec>", "<Exec id=\"1\">");
        assertThat(TASK.isAs(given, SYSTEM)).isTrue();
        assertThat(TASK.isAs(given.replace("S-1-5-18", "NT AUTHORITY\\SYSTEM"), SYSTEM))
                .isTrue();
        assertThat(TASK.isAs(given.replace("S-1-5-18", "PC\\zhangsan"), SYSTEM)).isFalse();
        assertThat(TASK.isAs(given.replace("provision", "undo"), SYSTEM)).isFalse();
        assertThat(TASK.isAs(given.replace("cmd.exe", "evil.exe"), SYSTEM)).isFalse();
        assertThat(TASK.isAs("", SYSTEM)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Windows\\Temp\\fieldstick-0123456789abcde",
                "C:\\Windows\\Temp\\other",
                "C:\\Windows\\Temp\\..\\fieldstick-0123456789abcdef",
                "C:\\a & b\\fieldstick-0123456789abcdef",
                "\\\\server\\share\\fieldstick-0123456789abcdef",
                "C:\\Windows\\Temp\\fieldstick-0123456789abcdef\\more"
            })
    void anotherFolderIsRefused(String folder) {
        assertThatThrownBy(() -> new ResumeTask("PC", folder, UNTIL)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\\b", "a b", "<x>", "..", "a&b", "名"})
    void anotherRunIsRefused(String run) {
        assertThatThrownBy(() -> new ResumeTask(run, FOLDER, UNTIL)).isInstanceOf(IllegalArgumentException.class);
    }
}
