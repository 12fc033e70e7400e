package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WinHttpProxy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** WinHTTP's default proxy, which is the machine's. */
final class DefaultProxy {
    /** WINHTTP_PROXY_INFO of winhttp.h as 64-bit code lays it out. */
    private static final int BYTES = 24;

    private static final int SERVER = 8;
    private static final int BYPASS = 16;

    /** WINHTTP_ACCESS_TYPE_NO_PROXY and _NAMED_PROXY. */
    private static final int NONE = 1;

    private static final int NAMED = 3;

    private DefaultProxy() {}

    static Reading<WinHttpProxy> read() {
        try (Memory info = new Memory(BYTES)) {
            info.clear();
            if (Winhttp.WinHttpGetDefaultProxyConfiguration(info) == 0) {
                return Reading.unreadable(Refusal.of(Tried.askWinHttpProxy(), Refusal.lastCode()));
            }
            String server = taken(info, SERVER);
            String bypass = taken(info, BYPASS);
            return Reading.of(info.getInt(0) == NAMED ? new WinHttpProxy(server, bypass) : new WinHttpProxy("", ""));
        }
    }

    /** The text at {@code offset}, which the caller has to free. */
    private static String taken(Memory info, int offset) {
        Optional<Pointer> text = Optional.ofNullable(info.getPointer(offset));
        String taken = text.map(pointer -> pointer.getWideString(0)).orElse("");
        text.ifPresent(pointer -> Kernel32.GlobalFree(Pointer.nativeValue(pointer)));
        return taken;
    }

    static void set(WinHttpProxy proxy) {
        try (Memory info = new Memory(BYTES);
                Memory server = wide(proxy.server());
                Memory bypass = wide(proxy.bypass())) {
            info.clear();
            info.setInt(0, proxy.isDirect() ? NONE : NAMED);
            if (!proxy.isDirect()) {
                info.setPointer(SERVER, server);
            }
            if (!proxy.isDirect() && !proxy.bypass().isEmpty()) {
                info.setPointer(BYPASS, bypass);
            }
            boolean set = Winhttp.WinHttpSetDefaultProxyConfiguration(info) != 0;
            Refusal.check(Tried.setWinHttpProxy(), set ? 0 : Refusal.lastCode());
        }
    }

    private static Memory wide(String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }
}
