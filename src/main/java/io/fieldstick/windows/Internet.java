package io.fieldstick.windows;

/** What WinINET and urlmon really do, asked in the name of {@link Machine#processUser()}; never read from the registry. */
public interface Internet {

    /** The security zone that urlmon puts {@code url} in (MapUrlToZone): 0 to 4, 2 is Trusted. */
    Reading<Integer> zoneOf(String url);

    /**
     * What urlmon lets the page at {@code url} do (ProcessUrlAction): the URLPOLICY_* of the action, as its zone has it with
     * every policy.
     *
     * @param action URLACTION_*
     */
    Reading<Integer> policyOf(String url, int action);

    /** The configuration script that WinINET uses for the LAN connection, by its URL; absent when it uses none. */
    Reading<String> proxyScript();

    /** The proxy that WinHTTP uses by default (WinHttpGetDefaultProxyConfiguration): the machine's, whoever asks. */
    Reading<WinHttpProxy> winHttpProxy();

    /** The proxy server that WinINET uses for the LAN connection (InternetQueryOption 75); absent when it is direct. */
    Reading<String> proxyServer();
}
