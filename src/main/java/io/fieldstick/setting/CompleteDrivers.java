package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Devices.Device;
import io.fieldstick.windows.DisplayText;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Every device in the computer has a driver of its own and works. */
record CompleteDrivers() implements Setting<CompleteDrivers.State> {
    /** CM_PROB_DISABLED: somebody wanted that; CM_PROB_PHANTOM and CM_PROB_HELD_FOR_EJECT: it is not there (cfg.h). */
    private static final Set<Integer> NO_FAULT = Set.of(0, 22, 45, 47);

    /**
     * The devices that run on Microsoft Basic Display Adapter, by number (MS docs: "HKLM\SYSTEM\CurrentControlSet\
     * Services Registry Tree"): the picture is there, slow and without a second screen, and Windows calls that no fault.
     */
    private static final RegistryKey BASIC_DISPLAY =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\BasicDisplay\\Enum");

    /** A card; ROOT\BasicDisplay is always there and none. */
    private static final String ON_THE_BUS = "PCI\\";

    /**
     * What was read.
     *
     * @param basic the graphics cards that run on the driver for every card
     * @param refused why there may be more of them
     */
    record State(Reading<List<Device>> devices, List<Evidence> basic, List<WindowsError> refused) {
        State {
            basic = List.copyOf(basic);
            refused = List.copyOf(refused);
        }
    }

    @Override
    public String name() {
        return WindowsItself.SECTION + "/drivers";
    }

    @Override
    public Message title() {
        return Message.of("system.drivers");
    }

    @Override
    public Message desired() {
        return Message.of("system.drivers.complete");
    }

    @Override
    public State read(WindowsView windows) {
        List<Evidence> basic = new ArrayList<>();
        Reading<List<String>> names = windows.registry().valueNames(BASIC_DISPLAY);
        for (String name : names.orElse(List.of())) {
            String device = windows.registry()
                    .value(BASIC_DISPLAY, name)
                    .map(value -> DisplayText.clean(value.text()))
                    .orElse("");
            if (device.toUpperCase(Locale.ROOT).startsWith(ON_THE_BUS)) {
                basic.add(new Evidence(BASIC_DISPLAY + "!" + name, device));
            }
        }
        List<WindowsError> refused =
                names instanceof Reading.Unreadable<List<String>> unreadable ? List.of(unreadable.why()) : List.of();
        return new State(windows.devices().present(), basic, refused);
    }

    @Override
    public Judgement judge(State actual) {
        if (!(actual.devices() instanceof Reading.Present<List<Device>> devices)) {
            return Judgements.unknown(actual.devices(), Tried.listDevices());
        }
        List<Evidence> evidence = new ArrayList<>(actual.basic());
        List<Device> faulty = new ArrayList<>();
        List<WindowsError> refused = new ArrayList<>(actual.refused());
        for (Device device : devices.value()) {
            if (device.problem() instanceof Reading.Unreadable<Integer> unreadable) {
                refused.add(unreadable.why());
            } else if (device.problem()
                    .map(problem -> !NO_FAULT.contains(problem))
                    .orElse(false)) {
                faulty.add(device);
                evidence.add(new Evidence(
                        words(device), "CM_PROB " + device.problem().orElse(0)));
            }
        }
        if (!faulty.isEmpty() || !actual.basic().isEmpty()) {
            boolean missing = !actual.basic().isEmpty() || faulty.stream().anyMatch(Device::lacksDriver);
            Verdict byHand = new Verdict.ByHand(Message.of(missing ? "system.drivers.install" : "system.drivers.look"));
            return new Judgement(told(faulty, actual.basic()), evidence, byHand, refused);
        }
        return refused.isEmpty()
                ? Judgement.of(desired(), List.of(), new Verdict.AsDesired())
                : Judgements.unknown(List.of(), refused);
    }

    /** At least one of the lists holds something. */
    private static Message told(List<Device> faulty, List<Evidence> basic) {
        List<Message> parts = new ArrayList<>();
        if (!faulty.isEmpty()) {
            String names = faulty.stream().map(CompleteDrivers::words).collect(Collectors.joining("; "));
            parts.add(Message.of("system.drivers.faulty", faulty.size(), names));
        }
        basic.forEach(card -> parts.add(Message.of("system.drivers.basic-display", card.value())));
        return Judgements.joined(parts);
    }

    /** Its name and its hardware id, by which its driver is found where there is no network. */
    private static String words(Device device) {
        String id = device.id();
        if (device.name().isEmpty()) {
            return id;
        }
        return id.isEmpty() ? device.name() : device.name() + " (" + id + ")";
    }
}
