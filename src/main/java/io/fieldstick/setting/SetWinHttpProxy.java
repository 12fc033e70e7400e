package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WinHttpProxy;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsView;

/** The proxy of WinHTTP is set, which no dialog shows (winhttp.h WinHttpSetDefaultProxyConfiguration). */
public record SetWinHttpProxy(WinHttpProxy proxy) implements Change {
    /**
     * Where WinHTTP keeps it (MS support: "Use Group Policy to apply WinHTTP proxy settings"). Newer Windows have more in it
     * than the function can say, so the value itself is what is kept for undo, as it was, and only Windows writes a new one.
     */
    public static final RegistryKey KEPT =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections");

    private static final String VALUE = "WinHttpSettings";

    @Override
    public Message title() {
        return Message.of("setting.change.set-win-http-proxy", proxy.isDirect() ? "-" : proxy.server());
    }

    @Override
    public void makeOn(Windows windows) {
        windows.setWinHttpProxy(proxy);
    }

    @Override
    public Undo undoFrom(WindowsView before) {
        return new SetRegistryValue(KEPT, VALUE, RegistryValue.binary(new byte[0])).undoFrom(before);
    }

    @Override
    public Reading<Boolean> isMadeOn(WindowsView windows) {
        return windows.internet().winHttpProxy().map(proxy::isSame).ifAbsent(false);
    }
}
