package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.AuditChoice;
import io.fieldstick.windows.LockoutPolicy;
import io.fieldstick.windows.PasswordPolicy;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The records of the security policy as lmaccess.h and ntsecapi.h lay them out. */
class SecurityRecordsTest {
    private static final String LOGON = "0cce9215-69ae-11d9-bed3-505054503030";

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    @Test
    void thePasswordPolicyIsReadAndKeepsWhatItIsNotAbout() {
        byte[] modals = hex("08000000 001a4f00 80510100 ffffffff 05000000");
        assertThat(UserModals.passwords(modals)).isEqualTo(new PasswordPolicy(8, 60 * 86_400L, 86_400, 5));
        byte[] after = UserModals.with(new PasswordPolicy(12, PasswordPolicy.FOREVER, 0, 24), modals);
        assertThat(after).isEqualTo(hex("0c000000 ffffffff 00000000 ffffffff 18000000"));
        assertThat(UserModals.passwords(after).maximumAge()).isEqualTo(PasswordPolicy.FOREVER);
    }

    @Test
    void theLockoutPolicyIsReadAsItWasWritten() {
        LockoutPolicy policy = new LockoutPolicy(1800, 900, 5);
        assertThat(UserModals.bytes(policy)).isEqualTo(hex("08070000 84030000 05000000"));
        assertThat(UserModals.lockout(UserModals.bytes(policy))).isEqualTo(policy);
    }

    @Test
    void anAuditChoiceOfNothingIsABitOfItsOwn() {
        byte[] none = AuditPolicy.information(LOGON, new AuditChoice(false, false));
        assertThat(HexFormat.of().formatHex(none, 0, 20)).isEqualTo("1592ce0cae69d911bed3505054503030" + "04000000");
        assertThat(none).hasSize(36);
        assertThat(AuditPolicy.choice(none)).isEqualTo(new AuditChoice(false, false));
        for (boolean success : new boolean[] {false, true}) {
            for (boolean failure : new boolean[] {false, true}) {
                AuditChoice choice = new AuditChoice(success, failure);
                assertThat(AuditPolicy.choice(AuditPolicy.information(LOGON, choice)))
                        .isEqualTo(choice);
            }
        }
    }
}
