package io.fieldstick.windows;

import java.util.List;

/** What Windows says of the computer as a whole, where the registry does not. */
public interface Machine {

    /** The version of the running (or dead) Windows: RtlGetVersion's numbers, not those that GetVersionEx caps. */
    Reading<Version> version();

    /** Whether the computer is in a workgroup or a domain, by NetGetJoinInformation. */
    Reading<Membership> membership();

    /** The time zone that the clock goes by. */
    Reading<TimeZone> timeZone();

    /** Bytes of physical memory. */
    Reading<Long> memory();

    /** The SID of the account that this process runs as: effective values are asked in its name. */
    Reading<String> processUser();

    /** The serial number of the computer by its firmware; absent where it has none, or a placeholder. */
    Reading<String> serialNumber();

    /** The Ethernet and Wi-Fi adapters, those that software makes among them. */
    Reading<List<NetworkAdapter>> networkAdapters();

    /** Whether this process has an administrator's full token. */
    boolean elevated();

    /** {@code 10.0.19045}. */
    record Version(int major, int minor, int build) {
        @Override
        public String toString() {
            return major + "." + minor + "." + build;
        }
    }

    /** A domain or a workgroup, with its name. */
    record Membership(boolean domain, String name) {}
}
