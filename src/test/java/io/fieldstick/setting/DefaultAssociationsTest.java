package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** The list of default programs that Windows goes by at each sign-in. */
class DefaultAssociationsTest {
    private static final RegistryKey POLICY = RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Windows\\System");

    private final InMemoryWindows windows = new InMemoryWindows()
            .membership(true, "house.example")
            .opens("ACDSee & Co", "C:\\ACD\\ACDSee.exe", ".tif", "ACDSee.tif");
    private final DefaultAssociations setting = new DefaultAssociations(List.of(
            new FileType(".tif", "ACDSee*", Optional.empty()),
            new FileType(".tiff", "ACDSee", Optional.of("ACDSee.tif"))));

    @Test
    void theListSaysWhichClassOpensEachExtension() throws Exception {
        List<Change> changes = ((Verdict.Differs) setting.judgeOn(windows).verdict()).changes();
        byte[] list = ((WriteFile) changes.get(0)).content().bytes();
        NodeList associations = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(list))
                .getDocumentElement()
                .getElementsByTagName("Association");
        assertThat(associations.getLength()).isEqualTo(2);
        assertThat(associations
                        .item(0)
                        .getAttributes()
                        .getNamedItem("Identifier")
                        .getNodeValue())
                .isEqualTo(".tif");
        assertThat(associations
                        .item(0)
                        .getAttributes()
                        .getNamedItem("ApplicationName")
                        .getNodeValue())
                .isEqualTo("ACDSee & Co");
        assertThat(associations.item(1).getAttributes().getNamedItem("ProgId").getNodeValue())
                .isEqualTo("ACDSee.tif");
        assertThat(changes.get(1).inForce()).isEqualTo(InForce.AFTER_SIGN_IN);
    }

    @Test
    void aListThatIsInForceAlreadyIsNotReplaced() {
        windows.put(POLICY, "DefaultAssociationsConfiguration", RegistryValue.sz("\\\\server\\apps.xml"));
        assertThat(instruction()).isEqualTo("file-types.policy.other");
    }

    @Test
    void aProgramThatIsNotThereComesFirst() {
        windows.remove(RegistryKey.machine("SOFTWARE\\Classes\\ACDSee.tif\\shell\\open\\command"));
        assertThat(instruction()).isEqualTo("file-types.install");
    }

    @Test
    void whereWindowsDoesNotHeedAListThatIsSaid() {
        windows.membership(false, "WORKGROUP");
        assertThat(why()).isEqualTo("file-types.policy.no-domain");
        windows.membership(true, "house.example").version(6, 1, 7601);
        assertThat(why()).isEqualTo("file-types.policy.before-8");
    }

    private String instruction() {
        return ((Verdict.ByHand) setting.judgeOn(windows).verdict())
                .instruction()
                .key();
    }

    private String why() {
        return ((Verdict.NotApplicable) setting.judgeOn(windows).verdict())
                .why()
                .key();
    }
}
