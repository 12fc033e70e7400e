package io.fieldstick.windows;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Zones and proxy of {@link InMemoryWindows}, worked out from its registry in the simple way. */
final class InMemoryInternet implements Internet {
    private static final String SETTINGS = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final String POLICIES = "Software\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final Pattern IP = Pattern.compile("[0-9.]+");
    private static final int MY_COMPUTER = 0;
    private static final int INTRANET = 1;
    private static final int INTERNET = 3;
    private static final int MANUAL_PROXY = 2;
    private static final int DIRECT_AND_MANUAL = 3;
    static final RegistryKey WIN_HTTP = RegistryKey.machine(SETTINGS + "\\Connections");
    static final String WIN_HTTP_VALUE = "WinHttpSettings";

    private final Registry registry;
    private final Machine machine;

    InMemoryInternet(Registry registry, Machine machine) {
        this.registry = registry;
        this.machine = machine;
    }

    @Override
    public Reading<Integer> zoneOf(String url) {
        URI address = URI.create(url.contains("://") ? url : "http://" + url);
        if ("file".equalsIgnoreCase(address.getScheme())) {
            return Reading.of(MY_COMPUTER);
        }
        String host = Optional.ofNullable(address.getHost()).orElse("");
        return Reading.of(fromZoneMap(POLICIES, address.getScheme(), host)
                .or(() -> isListedByPolicy() ? Optional.empty() : fromZoneMap(SETTINGS, address.getScheme(), host))
                .orElse(host.contains(".") ? INTERNET : INTRANET));
    }

    @Override
    public Reading<Integer> policyOf(String url, int action) {
        String name = String.format("%04X", action);
        String zone = "\\Zones\\" + zoneOf(url).orElse(INTERNET);
        return Stream.of(POLICIES, SETTINGS)
                .flatMap(path -> keys(path + zone).stream())
                .map(key -> registry.value(key, name))
                .filter(Reading::isPresent)
                .findFirst()
                .map(value -> value.map(found -> found.number().orElse(0)))
                .orElseGet(() -> Reading.unreadable(
                        WindowsErrors.error(Tried.askAction(url, action), WindowsError.FILE_NOT_FOUND)));
    }

    @Override
    public Reading<String> proxyServer() {
        return usedSettings().flatMap(this::proxyIn);
    }

    private Reading<RegistryKey> usedSettings() {
        boolean perMachine =
                number(RegistryKey.machine(POLICIES), "ProxySettingsPerUser").equals(OptionalInt.of(0));
        return perMachine
                ? Reading.of(RegistryKey.machine(SETTINGS))
                : machine.processUser().map(sid -> RegistryKey.user(sid, SETTINGS));
    }

    @Override
    public Reading<String> proxyScript() {
        return usedSettings()
                .flatMap(settings -> registry.value(settings, "AutoConfigURL").map(RegistryValue::text));
    }

    @Override
    public Reading<WinHttpProxy> winHttpProxy() {
        Reading<RegistryValue> kept = registry.value(WIN_HTTP, WIN_HTTP_VALUE);
        return kept.isAbsent() ? Reading.of(new WinHttpProxy("", "")) : kept.map(InMemoryInternet::winHttp);
    }

    private static WinHttpProxy winHttp(RegistryValue kept) {
        byte[] bytes = kept.bytes();
        ByteBuffer blob = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 20 || blob.getInt(8) != DIRECT_AND_MANUAL) {
            return new WinHttpProxy("", "");
        }
        int length = blob.getInt(12);
        String server = new String(bytes, 16, length, StandardCharsets.US_ASCII);
        return new WinHttpProxy(
                server, new String(bytes, 20 + length, blob.getInt(16 + length), StandardCharsets.US_ASCII));
    }

    static RegistryValue winHttp(WinHttpProxy proxy) {
        byte[] server = proxy.server().getBytes(StandardCharsets.US_ASCII);
        byte[] bypass = proxy.bypass().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer blob =
                ByteBuffer.allocate(20 + server.length + bypass.length).order(ByteOrder.LITTLE_ENDIAN);
        blob.putInt(0x18).putInt(0).putInt(proxy.isDirect() ? 1 : DIRECT_AND_MANUAL);
        blob.putInt(server.length).put(server).putInt(bypass.length).put(bypass);
        return RegistryValue.binary(blob.array());
    }

    /** The blob of the connection settings, which is what WinINET goes by; the older named values where it is missing. */
    private Reading<String> proxyIn(RegistryKey settings) {
        Reading<RegistryValue> blob = registry.value(settings.child("Connections"), "DefaultConnectionSettings");
        if (blob instanceof Reading.Present<RegistryValue> present) {
            return proxyInBlob(ByteBuffer.wrap(present.value().bytes()).order(ByteOrder.LITTLE_ENDIAN));
        }
        return number(settings, "ProxyEnable").equals(OptionalInt.of(1))
                ? registry.value(settings, "ProxyServer").map(RegistryValue::text)
                : Reading.absent();
    }

    private static Reading<String> proxyInBlob(ByteBuffer blob) {
        if (blob.limit() < 16 || (blob.getInt(8) & MANUAL_PROXY) == 0) {
            return Reading.absent();
        }
        int length = blob.getInt(12);
        if (length <= 0 || length > blob.limit() - 16) {
            return Reading.absent();
        }
        byte[] server = new byte[length];
        blob.get(16, server);
        return Reading.of(new String(server, StandardCharsets.US_ASCII));
    }

    /** With a "Site to Zone Assignment List" of a policy, nobody's own list counts. */
    private boolean isListedByPolicy() {
        return keys(POLICIES).stream()
                .anyMatch(policies ->
                        number(policies, "ListBox_Support_ZoneMapKey").equals(OptionalInt.of(1)));
    }

    private Optional<Integer> fromZoneMap(String path, String scheme, String host) {
        for (RegistryKey settings : keys(path)) {
            RegistryKey map = settings.child("ZoneMap");
            Optional<Integer> zone =
                    IP.matcher(host).matches() ? fromRanges(map, scheme, host) : fromDomains(map, scheme, host);
            if (zone.isPresent()) {
                return zone;
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> fromRanges(RegistryKey map, String scheme, String host) {
        RegistryKey ranges = map.child("Ranges");
        return registry.subkeys(ranges).orElse(List.of()).stream()
                .map(ranges::child)
                .filter(range -> registry.value(range, ":Range")
                        .map(value -> wild(value.text()).matcher(host).matches())
                        .orElse(false))
                .flatMap(range -> zone(range, scheme).stream())
                .findFirst();
    }

    /** {@code Domains\company.com\oa} is that host; {@code Domains\company.com} is it and all below. */
    private Optional<Integer> fromDomains(RegistryKey map, String scheme, String host) {
        RegistryKey domains = map.child("Domains");
        for (int dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
            Optional<Integer> exact =
                    zone(domains.child(host.substring(dot + 1)).child(host.substring(0, dot)), scheme);
            if (exact.isPresent()) {
                return exact;
            }
        }
        for (String whole = host; !whole.isEmpty(); whole = whole.substring(whole.indexOf('.') + 1)) {
            Optional<Integer> zone = zone(domains.child(whole), scheme);
            if (zone.isPresent() || !whole.contains(".")) {
                return zone;
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> zone(RegistryKey key, String scheme) {
        OptionalInt ofScheme = number(key, scheme);
        OptionalInt zone = ofScheme.isPresent() ? ofScheme : number(key, "*");
        return zone.isPresent() ? Optional.of(zone.getAsInt()) : Optional.empty();
    }

    /** The user's key and the machine's; the latter only, where Security_HKLM_only says so (KB 182569). */
    private List<RegistryKey> keys(String path) {
        RegistryKey ofMachine = RegistryKey.machine(path);
        boolean machineOnly =
                number(RegistryKey.machine(POLICIES), "Security_HKLM_only").equals(OptionalInt.of(1));
        return machineOnly
                ? List.of(ofMachine)
                : machine.processUser()
                        .map(sid -> List.of(RegistryKey.user(sid, path), ofMachine))
                        .orElse(List.of(ofMachine));
    }

    private OptionalInt number(RegistryKey key, String name) {
        return registry.value(key, name).map(RegistryValue::number).orElse(OptionalInt.empty());
    }

    private static Pattern wild(String pattern) {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E[^.]*\\Q"), Pattern.CASE_INSENSITIVE);
    }
}
