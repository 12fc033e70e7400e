package io.fieldstick.windows.offline;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.NetworkAdapter;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.TimeZone;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.util.List;

/** What the registry of a Windows that is not running says of its computer; the rest only a running one could say. */
final class OfflineMachine implements Machine {
    private static final RegistryKey CURRENT_VERSION =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion");

    private final RegistryView registry;

    OfflineMachine(RegistryView registry) {
        this.registry = registry;
    }

    /**
     * From CurrentMajorVersionNumber and CurrentMinorVersionNumber, which Windows 10 and later have, or CurrentVersion
     * ({@code 6.1}), and CurrentBuildNumber.
     */
    @Override
    public Reading<Version> version() {
        Reading<Integer> build = number("CurrentBuildNumber");
        return build.flatMap(number -> majorAndMinor().map(text -> version(text, number)));
    }

    private Reading<String> majorAndMinor() {
        Reading<Integer> major = number("CurrentMajorVersionNumber");
        return major.isPresent()
                ? major.flatMap(number -> number("CurrentMinorVersionNumber").map(minor -> number + "." + minor))
                : value("CurrentVersion").map(RegistryValue::text);
    }

    private static Version version(String majorAndMinor, int build) {
        int dot = majorAndMinor.indexOf('.');
        String major = dot < 0 ? majorAndMinor : majorAndMinor.substring(0, dot);
        return new Version(parsed(major), dot < 0 ? 0 : parsed(majorAndMinor.substring(dot + 1)), build);
    }

    private Reading<Integer> number(String name) {
        return value(name).map(value -> value.number().orElseGet(() -> parsed(value.text())));
    }

    private static int parsed(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private Reading<RegistryValue> value(String name) {
        return registry.value(CURRENT_VERSION, name);
    }

    @Override
    public Reading<Membership> membership() {
        return unknown(Tried.askMembership());
    }

    @Override
    public Reading<TimeZone> timeZone() {
        return unknown(Tried.askTimeZone());
    }

    @Override
    public Reading<Long> memory() {
        return unknown(Tried.askMemory());
    }

    @Override
    public Reading<String> processUser() {
        return unknown(Tried.askProcessUser());
    }

    @Override
    public Reading<String> serialNumber() {
        return unknown(Tried.askSerialNumber());
    }

    @Override
    public Reading<List<NetworkAdapter>> networkAdapters() {
        return unknown(Tried.listAdapters());
    }

    /** Never: this process has no account on a Windows that is not running. */
    @Override
    public boolean elevated() {
        return false;
    }

    static <T> Reading<T> unknown(Message question) {
        return Reading.unreadable(new WindowsError(OfflineFiles.offline(question), WindowsError.NOT_SUPPORTED, ""));
    }
}
