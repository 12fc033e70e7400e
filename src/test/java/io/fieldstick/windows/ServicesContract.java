package io.fieldstick.windows;

import static io.fieldstick.windows.FilesContract.present;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Services} does with the print spooler, which is left as it was found. */
public abstract class ServicesContract {
    private static final String SPOOLER = "Spooler";

    private Service before = new Service(false, Service.Start.MANUAL, Service.State.STOPPED);

    protected abstract Services services();

    @BeforeEach
    void lookAtIt() {
        before = present(services().service(SPOOLER));
    }

    @AfterEach
    void putItBack() {
        services().setStart(SPOOLER, Service.Start.MANUAL);
        if (before.state() == Service.State.RUNNING) {
            services().start(SPOOLER);
        } else {
            services().stop(SPOOLER);
        }
        services().setStart(SPOOLER, before.start());
    }

    @Test
    void theSpoolerIsNoDriver() {
        assertThat(before.driver()).isFalse();
    }

    @Test
    void namesAreTheSameInAnyCaseOfLetters() {
        assertThat(services().service("sPOOLER")).isEqualTo(services().service(SPOOLER));
    }

    @Test
    void aServiceThatIsNotThereIsAbsentAndCannotBeChanged() {
        String missing = "no-such-service-of-fieldstick";
        assertThat(services().service(missing).isAbsent()).isTrue();
        assertThatThrownBy(() -> services().setStart(missing, Service.Start.MANUAL))
                .isInstanceOfSatisfying(
                        WindowsException.class,
                        refused -> assertThat(refused.error().code()).isEqualTo(1060));
        assertThatThrownBy(() -> services().start(missing)).isInstanceOf(WindowsException.class);
        assertThatThrownBy(() -> services().stop(missing)).isInstanceOf(WindowsException.class);
    }

    @Test
    void whatIsSetIsRead() {
        for (Service.Start start :
                new Service.Start[] {Service.Start.AUTOMATIC, Service.Start.MANUAL, Service.Start.DISABLED}) {
            services().setStart(SPOOLER, start);
            assertThat(present(services().service(SPOOLER)).start()).isEqualTo(start);
        }
    }

    @Test
    void settingTheStartLeavesAServiceRunning() {
        services().setStart(SPOOLER, Service.Start.MANUAL);
        services().start(SPOOLER);
        services().setStart(SPOOLER, Service.Start.DISABLED);
        assertThat(present(services().service(SPOOLER)))
                .isEqualTo(new Service(false, Service.Start.DISABLED, Service.State.RUNNING));
    }

    @Test
    void itIsStartedAndStoppedAndTwiceIsAsOnce() {
        services().setStart(SPOOLER, Service.Start.MANUAL);
        for (int i = 0; i < 2; i++) {
            services().start(SPOOLER);
            assertThat(present(services().service(SPOOLER)).state()).isEqualTo(Service.State.RUNNING);
        }
        for (int i = 0; i < 2; i++) {
            services().stop(SPOOLER);
            assertThat(present(services().service(SPOOLER)).state()).isEqualTo(Service.State.STOPPED);
        }
    }

    @Test
    void aDisabledServiceIsNotStarted() {
        services().stop(SPOOLER);
        services().setStart(SPOOLER, Service.Start.DISABLED);
        assertThatThrownBy(() -> services().start(SPOOLER))
                .isInstanceOfSatisfying(
                        WindowsException.class,
                        refused -> assertThat(refused.error().code()).isEqualTo(1058));
    }
}
