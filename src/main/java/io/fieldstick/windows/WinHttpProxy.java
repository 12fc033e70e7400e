package io.fieldstick.windows;

/**
 * The proxy that WinHTTP uses where a program names none: services and Windows itself.
 *
 * @param server {@code host:port}; empty where the network is reached directly
 * @param bypass what is reached directly although there is a server, divided by semicolons; may be empty
 */
public record WinHttpProxy(String server, String bypass) {

    public boolean isDirect() {
        return server.isEmpty();
    }

    /** Whether {@code other} says the same; names of hosts have no case. */
    public boolean isSame(WinHttpProxy other) {
        return server.equalsIgnoreCase(other.server) && (isDirect() || bypass.equalsIgnoreCase(other.bypass));
    }

    /** {@code proxy:8080 (<local>)}, or a dash for none. */
    @Override
    public String toString() {
        return isDirect() ? "-" : server + " (" + bypass + ")";
    }
}
