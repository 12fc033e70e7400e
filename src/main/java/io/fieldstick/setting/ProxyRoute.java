package io.fieldstick.setting;

import io.fieldstick.message.Message;
import java.util.List;
import java.util.Optional;

/**
 * How a program gets to the network: directly, through a server, by a script or by looking for one itself.
 *
 * @param server {@code host:port}; empty for none
 * @param bypass what is reached directly although there is a server, as WinINET writes it: {@code *.x.example},
 *     {@code 10.*}, {@code <local>}
 * @param script the URL of the configuration script (PAC); empty for none
 * @param detect whether the network is asked for one (WPAD)
 */
public record ProxyRoute(String server, List<String> bypass, String script, boolean detect) {
    public ProxyRoute {
        bypass = List.copyOf(bypass);
    }

    public static ProxyRoute direct() {
        return new ProxyRoute("", List.of(), "", false);
    }

    public static ProxyRoute through(String server, List<String> bypass) {
        return new ProxyRoute(server, bypass, "", false);
    }

    public static ProxyRoute byScript(String url) {
        return new ProxyRoute("", List.of(), url, false);
    }

    public static ProxyRoute detected() {
        return new ProxyRoute("", List.of(), "", true);
    }

    /** The way that a connection goes; empty where it may go several. */
    static Optional<ProxyRoute> of(ConnectionSettings settings) {
        return switch (settings.flags() & ~ConnectionSettings.DIRECT) {
            case 0 -> Optional.of(direct());
            case ConnectionSettings.MANUAL ->
                Optional.of(through(
                        settings.proxy(),
                        settings.bypass().isEmpty()
                                ? List.of()
                                : List.of(settings.bypass().split(";", -1))));
            case ConnectionSettings.SCRIPT -> Optional.of(byScript(settings.configurationUrl()));
            case ConnectionSettings.DETECT -> Optional.of(detected());
            default -> Optional.empty();
        };
    }

    boolean hasServer() {
        return !server.isEmpty();
    }

    boolean hasScript() {
        return !script.isEmpty();
    }

    String bypassText() {
        return String.join(";", bypass);
    }

    /** As WinINET's record of a connection has it. */
    ConnectionSettings connection() {
        int flags = ConnectionSettings.DIRECT
                | (hasServer() ? ConnectionSettings.MANUAL : 0)
                | (hasScript() ? ConnectionSettings.SCRIPT : 0)
                | (detect ? ConnectionSettings.DETECT : 0);
        return new ConnectionSettings(flags, server, bypassText(), script);
    }

    /** A server, and what is reached without it, where there is anything. */
    static Message words(String server, String bypass) {
        return bypass.isEmpty() ? Message.of("proxy.is-for-all", server) : Message.of("proxy.is", server, bypass);
    }

    Message words() {
        if (hasServer()) {
            return words(server, bypassText());
        }
        if (hasScript()) {
            return Message.of("proxy.script", script);
        }
        return Message.of(detect ? "proxy.detected" : "proxy.direct");
    }
}
