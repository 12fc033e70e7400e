package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.setting.SetWinHttpProxy;
import io.fieldstick.setting.Undo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Internet} makes of the settings in its user's registry. */
public abstract class InternetContract {
    private static final int MANUAL = 3;
    private static final int DIRECT = 1;
    private static final List<String> PROXY_VALUES = List.of("ProxyEnable", "ProxyServer");
    private static final String CONNECTION_VALUE = "DefaultConnectionSettings";

    private final Windows windows = windows();
    private final Registry registry = windows.registry();
    private final RegistryKey settings = RegistryKey.user(
            windows.machine().processUser().orElse(""),
            "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings");
    private final RegistryKey connections = settings.child("Connections");
    private final RegistryKey domains = settings.child("ZoneMap").child("Domains");
    private final Map<String, Reading<RegistryValue>> before = new TreeMap<>();

    protected abstract Windows windows();

    @BeforeEach
    void rememberTheProxy() {
        PROXY_VALUES.forEach(name -> before.put(name, registry.value(settings, name)));
        before.put(CONNECTION_VALUE, registry.value(connections, CONNECTION_VALUE));
    }

    @AfterEach
    void putEverythingBack() {
        before.forEach((name, value) -> putBack(name.equals(CONNECTION_VALUE) ? connections : settings, name, value));
        windows.announce(Announcement.INTERNET_SETTINGS);
    }

    @ParameterizedTest
    @CsvSource({
        // a host with one protocol: only that host, only that protocol
        "http://oa.fsc-a.test/login, 2",
        "https://oa.fsc-a.test, 3",
        "http://other.fsc-a.test, 3",
        "http://fsc-a.test, 3",
        // a domain with any protocol: itself and all below
        "http://fsc-b.test, 2",
        "https://www.fsc-b.test, 2",
        "https://a.b.fsc-b.test:8443/x, 2",
        "http://notfsc-b.test, 3",
        // other zones
        "https://www.fsc-c.test, 1",
        "http://www.fsc-c.test, 3",
        "http://fsc-d.test, 4"
    })
    void zonesFollowTheZoneMap(String url, int zone) {
        zone("fsc-a.test\\oa", "http", 2);
        zone("fsc-b.test", "*", 2);
        zone("fsc-c.test\\www", "https", 1);
        zone("fsc-d.test", "*", 4);
        try {
            assertThat(windows.internet().zoneOf(url)).isEqualTo(Reading.of(zone));
        } finally {
            List.of("fsc-a.test\\oa", "fsc-a.test", "fsc-b.test", "fsc-c.test\\www", "fsc-c.test", "fsc-d.test")
                    .forEach(this::deleteZone);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void aPageMayDoWhatItsZoneAllows(int policy) {
        RegistryKey trusted = settings.child("Zones").child("2");
        Reading<RegistryValue> runActiveX = registry.value(trusted, "1200");
        zone("fsc-e.test", "*", 2);
        registry.set(trusted, "1200", RegistryValue.dword(policy));
        try {
            assertThat(windows.internet().policyOf("https://oa.fsc-e.test/", 0x1200))
                    .isEqualTo(Reading.of(policy));
        } finally {
            deleteZone("fsc-e.test");
            putBack(trusted, "1200", runActiveX);
        }
    }

    @Test
    void aHostThatNobodyAssignedIsInTheInternet() {
        assertThat(windows.internet().zoneOf("http://www.example.com/")).isEqualTo(Reading.of(3));
    }

    @Test
    void aFileIsOnMyComputer() {
        assertThat(windows.internet().zoneOf("file:///C:/Windows/win.ini")).isEqualTo(Reading.of(0));
    }

    @Test
    void theManualProxyIsTheOneInUse() {
        proxy(true, "10.1.1.1:8080");
        assertThat(windows.internet().proxyServer()).isEqualTo(Reading.of("10.1.1.1:8080"));
    }

    @Test
    void aProxyThatIsSwitchedOffIsAbsent() {
        proxy(false, "10.1.1.1:8080");
        assertThat(windows.internet().proxyServer().isAbsent()).isTrue();
    }

    @Test
    void theProxyOfWinHttpIsWhatWasSet() {
        Undo undo = new SetWinHttpProxy(new WinHttpProxy("", "")).undoFrom(windows);
        try {
            for (WinHttpProxy proxy : List.of(
                    new WinHttpProxy("10.1.1.1:8080", "<local>;*.fsc.test"),
                    new WinHttpProxy("", ""),
                    new WinHttpProxy("proxy.fsc.test:3128", ""))) {
                windows.setWinHttpProxy(proxy);
                assertThat(windows.internet().winHttpProxy()).isEqualTo(Reading.of(proxy));
            }
        } finally {
            ((Undo.By) undo).changes().forEach(change -> change.makeOn(windows));
        }
    }

    private void zone(String domain, String protocol, int zone) {
        registry.set(domains.child(domain), protocol, RegistryValue.dword(zone));
    }

    private void deleteZone(String domain) {
        if (registry.subkeys(domains.child(domain)).equals(Reading.of(List.of()))) {
            registry.deleteKey(domains.child(domain));
        }
    }

    private void proxy(boolean on, String server) {
        registry.set(settings, "ProxyEnable", RegistryValue.dword(on ? 1 : 0));
        registry.set(settings, "ProxyServer", RegistryValue.sz(server));
        registry.set(connections, CONNECTION_VALUE, blob(on ? MANUAL : DIRECT, server));
        windows.announce(Announcement.INTERNET_SETTINGS);
    }

    /** Version 70, a counter, flags, then server, bypass list and script address, each with its length. */
    private static RegistryValue blob(int flags, String server) {
        byte[] text = server.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer blob = ByteBuffer.allocate(56 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        blob.putInt(70).putInt(9).putInt(flags).putInt(text.length).put(text);
        return RegistryValue.binary(blob.array());
    }

    private void putBack(RegistryKey key, String name, Reading<RegistryValue> value) {
        if (value instanceof Reading.Present<RegistryValue> present) {
            registry.set(key, name, present.value());
        } else {
            registry.deleteValue(key, name);
        }
    }
}
