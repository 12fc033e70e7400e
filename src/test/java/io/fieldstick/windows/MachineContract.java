package io.fieldstick.windows;

import static io.fieldstick.windows.FilesContract.present;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Machine} that runs Windows 10 or later as an administrator answers. */
public abstract class MachineContract {
    protected abstract Windows windows();

    @Test
    void theVersionIsTheRealOne() {
        Machine.Version version = present(windows().machine().version());
        assertThat(version.major()).isEqualTo(10);
        assertThat(version.build()).isGreaterThanOrEqualTo(10240);
    }

    @Test
    void theVersionAgreesWithTheRegistry() {
        RegistryKey key = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion");
        String build =
                present(windows().registry().value(key, "CurrentBuildNumber")).text();
        assertThat(present(windows().machine().version()).build()).isEqualTo(Integer.parseInt(build));
    }

    @Test
    void theMembershipHasAName() {
        assertThat(present(windows().machine().membership()).name()).isNotBlank();
    }

    @Test
    void theTimeZoneIsOneOfThoseInTheRegistry() {
        RegistryKey zones = RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Time Zones");
        TimeZone zone = present(windows().machine().timeZone());
        assertThat(present(windows().registry().subkeys(zones))).contains(zone.key());
    }

    @Test
    void aTimeZoneThatWindowsDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> windows().setTimeZone(new TimeZone("Fieldstick Standard Time", false)))
                .isInstanceOf(WindowsException.class);
    }

    @Test
    void thereIsMemory() {
        assertThat(present(windows().machine().memory())).isGreaterThan(64L << 20);
    }

    @Test
    void theProcessRunsAsAnAccountWhoseHiveIsLoaded() {
        String sid = present(windows().machine().processUser());
        assertThat(sid).matches("S-1-[0-9-]+");
        assertThat(present(windows().registry().users())).contains(sid);
    }

    @Test
    void aSerialNumberIsNeitherEmptyNorAPlaceholder() {
        Reading<String> serial = windows().machine().serialNumber();
        assertThat(serial.map(Smbios::isPlaceholder).orElse(false)).isFalse();
    }

    @Test
    void anAdapterOfHardwareHasAnAddressOfItsOwn() {
        List<NetworkAdapter> adapters = present(windows().machine().networkAdapters());
        assertThat(adapters).filteredOn(NetworkAdapter::physical).isNotEmpty().allSatisfy(adapter -> {
            assertThat(adapter.description()).isNotBlank();
            assertThat(adapter.address().isOfOneAdapter()).isTrue();
            assertThat(adapter.address().text()).matches("([0-9A-F]{2}-){5}[0-9A-F]{2}");
        });
    }

    @Test
    void nobodyAnswersToANameThatNobodyHasNorToTheNameOfThisComputer() {
        assertThat(windows().nameLookup().addressesOf("localhost").isPresent()).isFalse();
        assertThat(windows().nameLookup().addressesOf("no-such-pc-7f3a").isPresent())
                .isFalse();
    }

    @Test
    void theAccountOfADomainIsNamedAndItsPasswordIsNot() {
        Windows windows = windows();
        assertThat(windows.domainAccount()).isEmpty();
        DomainAccount account = new DomainAccount("HARBOUR\\joiner", "pa\u00DFwort \u5BC6\u7801".toCharArray());
        windows.domain().use(account);
        assertThat(windows.domainAccount()).contains("HARBOUR\\joiner");
        assertThat(account).hasToString("HARBOUR\\joiner");
        assertThat(account.password()).isEqualTo("pa\u00DFwort \u5BC6\u7801".toCharArray());
    }

    @Test
    void theProcessIsElevated() {
        assertThat(windows().machine().elevated()).isTrue();
    }
}
