package io.fieldstick.windows;

import java.util.List;

/**
 * Who answers to a host name, by Windows's own resolution of names: its hosts file, DNS, and on this network LLMNR and
 * NetBIOS (MS docs: "Microsoft TCP/IP Host Name Resolution Order").
 */
public interface NameLookup {
    /**
     * The addresses that {@code hostName} has, other than those of this computer; absent where nobody answers to it,
     * unreadable where no answer came in time.
     */
    Reading<List<String>> addressesOf(String hostName);
}
