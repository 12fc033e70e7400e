package io.fieldstick.setting;

import io.fieldstick.windows.RegistryValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * WinINET's record of one connection: the value {@code DefaultConnectionSettings} below
 * {@code Internet Settings\Connections}, of which {@code ProxyServer} and its neighbours are only a mirror.
 *
 * <p>Layout, little-endian, as registry exports show it: u32 version (0x46), u32 write counter, u32 flags, then three
 * texts (proxy, bypass list, configuration URL), each a u32 length and that many ANSI bytes, then 32 bytes of
 * auto-detection state. Two records are equal where flags and texts are, whatever their counters.
 */
record ConnectionSettings(int flags, String proxy, String bypass, String configurationUrl) {
    /** INTERNET_PER_CONN_FLAGS of wininet.h: direct is always set, manual is the proxy server. */
    static final int DIRECT = 1;

    static final int MANUAL = 2;
    static final int SCRIPT = 4;
    static final int DETECT = 8;

    private static final int VERSION = 0x46;
    private static final int AUTO_DETECT_STATE = 32;

    /** The record in {@code value}; empty where it is no such record, or cut short. */
    static Optional<ConnectionSettings> parse(RegistryValue value) {
        ByteBuffer in = ByteBuffer.wrap(value.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (value.type() != RegistryValue.BINARY || in.remaining() < 12) {
            return Optional.empty();
        }
        int flags = in.getInt(8);
        in.position(12);
        Optional<String> proxy = text(in);
        Optional<String> bypass = proxy.flatMap(p -> text(in));
        Optional<String> url = bypass.flatMap(b -> text(in));
        return url.map(u -> new ConnectionSettings(flags, proxy.get(), bypass.get(), u));
    }

    private static Optional<String> text(ByteBuffer in) {
        int length = in.remaining() < 4 ? -1 : in.getInt();
        if (length < 0 || length > in.remaining()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** This record as a value, its counter one above that of {@code previous} where that is such a record. */
    RegistryValue after(Optional<RegistryValue> previous) {
        byte[][] texts = {ansi(proxy), ansi(bypass), ansi(configurationUrl)};
        int length = 12 + AUTO_DETECT_STATE;
        for (byte[] text : texts) {
            length += 4 + text.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(VERSION).putInt(counter(previous) + 1).putInt(flags);
        for (byte[] text : texts) {
            out.putInt(text.length).put(text);
        }
        return RegistryValue.binary(out.array());
    }

    private static int counter(Optional<RegistryValue> previous) {
        return previous.filter(value -> value.bytes().length >= 8)
                .map(value -> ByteBuffer.wrap(value.bytes())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt(4))
                .orElse(0);
    }

    private static byte[] ansi(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
