package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What every {@link Security} answers; the policy is only looked at. Some Windows answer with a refusal, and say why. */
public abstract class SecurityContract {
    private static final String LOGON = "0cce9215-69ae-11d9-bed3-505054503030";

    protected abstract Security security();

    private static void valueOrReason(Reading<?> reading) {
        assertThat(reading.isAbsent()).isFalse();
        if (reading instanceof Reading.Unreadable<?> refused) {
            assertThat(refused.why().code()).isNotZero();
        }
    }

    @Test
    void everyPartIsAValueOrARefusalWithItsReason() {
        valueOrReason(security().passwords());
        valueOrReason(security().lockout());
        valueOrReason(security().audit(LOGON));
        valueOrReason(security().holders("SeShutdownPrivilege"));
    }

    @Test
    void theHoldersOfARightAreSids() {
        security()
                .holders("SeShutdownPrivilege")
                .map(holders -> assertThat(holders).allMatch(sid -> sid.startsWith("S-1-")));
    }

    @Test
    void agesAreNeverNegative() {
        security().passwords().map(policy -> assertThat(policy.maximumAge()).isGreaterThan(policy.minimumAge()));
        security().lockout().map(policy -> assertThat(policy.duration()).isNotNegative());
    }

    @Test
    void whatIsNoSidGetsNoRight() {
        assertThatThrownBy(() -> security().grant("SeShutdownPrivilege", "nobody"))
                .isInstanceOf(WindowsException.class);
    }
}
