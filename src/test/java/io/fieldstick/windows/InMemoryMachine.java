package io.fieldstick.windows;

import java.util.List;

/** What {@link InMemoryWindows} says of the computer as a whole. */
final class InMemoryMachine implements Machine {
    private Reading<Version> version = Reading.of(new Version(10, 0, 19045));
    private Reading<Membership> membership = Reading.of(new Membership(false, "WORKGROUP"));
    private Reading<Long> memory = Reading.of(8L << 30);
    private Reading<String> processUser = Reading.of("S-1-5-18");
    private Reading<TimeZone> timeZone = Reading.of(new TimeZone("Pacific Standard Time", true));
    private Reading<String> serialNumber = Reading.absent();
    private Reading<List<NetworkAdapter>> adapters = Reading.of(List.of(
            new NetworkAdapter("Intel(R) Ethernet Connection I219-LM", new MacAddress("3C-52-82-00-00-01"), true)));
    private boolean elevated = true;

    @Override
    public Reading<Version> version() {
        return version;
    }

    @Override
    public Reading<Membership> membership() {
        return membership;
    }

    @Override
    public Reading<TimeZone> timeZone() {
        return timeZone;
    }

    @Override
    public Reading<Long> memory() {
        return memory;
    }

    @Override
    public Reading<String> processUser() {
        return processUser;
    }

    @Override
    public Reading<String> serialNumber() {
        return serialNumber;
    }

    @Override
    public Reading<List<NetworkAdapter>> networkAdapters() {
        return adapters;
    }

    void serialNumber(Reading<String> answer) {
        serialNumber = answer;
    }

    void adapters(Reading<List<NetworkAdapter>> answer) {
        adapters = answer;
    }

    @Override
    public boolean elevated() {
        return elevated;
    }

    void version(Reading<Version> answer) {
        version = answer;
    }

    void membership(Reading<Membership> answer) {
        membership = answer;
    }

    void timeZone(Reading<TimeZone> answer) {
        timeZone = answer;
    }

    void memory(Reading<Long> answer) {
        memory = answer;
    }

    void processUser(String sid) {
        processUser = Reading.of(sid);
    }

    void elevated(boolean answer) {
        elevated = answer;
    }
}
