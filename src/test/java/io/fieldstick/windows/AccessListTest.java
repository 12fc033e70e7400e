package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessListTest {
    /** {@code C:\Program Files} of Windows 10, as it is shipped. */
    private static final String PROGRAM_FILES = "O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464D:PAI"
            + "(A;;FA;;;S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)"
            + "(A;CIIO;GA;;;S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)"
            + "(A;;0x1301bf;;;SY)(A;OICIIO;GA;;;SY)(A;;0x1301bf;;;BA)(A;OICIIO;GA;;;BA)"
            + "(A;;0x1200a9;;;BU)(A;OICIIO;GXGR;;;BU)(A;OICIIO;GA;;;CO)"
            + "(A;;0x1200a9;;;AC)(A;OICIIO;GXGR;;;AC)(A;;0x1200a9;;;S-1-15-2-2)";

    /** {@code C:\} of Windows 10: anybody signed in may add folders, and owns them. */
    private static final String ROOT = "O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464D:PAI"
            + "(A;;LC;;;AU)(A;OICIIO;SDGXGWGR;;;AU)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)";

    private static boolean isChangedByOthers(String sddl) {
        return AccessList.of(sddl).letsOthers(AccessList.ADD | AccessList.REPLACE);
    }

    @Test
    void whatWindowsKeepsForAdministratorsIsTakenForThat() {
        assertThat(isChangedByOthers(PROGRAM_FILES)).isFalse();
        assertThat(AccessList.of(ROOT).letsOthers(AccessList.REPLACE)).isFalse();
        assertThat(isChangedByOthers("O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)")).isFalse();
        assertThat(isChangedByOthers("O:BAG:S-1-5-21-1-2-3-513D:AI(D;;FA;;;BG)(A;ID;FR;;;WD)"))
                .isFalse();
    }

    @Test
    void whatOthersMayAddIsTold() {
        assertThat(isChangedByOthers(ROOT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A setup that gave everybody everything, modification, or one of the rights that are enough.
                "O:BAD:AI(A;OICI;FA;;;WD)(A;ID;FA;;;BA)",
                "O:BAD:AI(A;OICI;0x1301bf;;;BU)",
                "O:BAD:AI(A;;GA;;;AU)",
                "O:BAD:AI(A;CIOI;FA;;;WD)",
                "O:BAD:AI(A;;GW;;;BU)",
                "O:BAD:AI(A;;FRWD;;;BU)",
                "O:BAD:AI(A;;SD;;;S-1-5-21-1-2-3-1001)",
                "O:BAD:AI(XA;;FW;;;BU;(1==1))",
                "O:BAD:AI(A;;WO;;;S-1-5-80-1-2-3-4-5)",
                // Its owner can give himself every right.
                "O:S-1-5-21-1-2-3-1001D:P(A;;FA;;;BA)",
                // No list of rights, and what nobody understands.
                "O:BAD:NO_ACCESS_CONTROL",
                "O:BAD:(A;;QQ;;;BU)",
                "O:BAD:(A;;FRX;;;BU)",
                "O:BAD:(A;;0xZZ;;;BU)",
                "O:BAD:(A;;FA)",
                "O:BAD:(A;;FR;;;BU)rest",
                "D:(A;;FA;;;BA)",
                ""
            })
    void whatOthersMayChangeOrNobodyUnderstandsIsNotTakenForKept(String sddl) {
        assertThat(isChangedByOthers(sddl)).isTrue();
    }
}
