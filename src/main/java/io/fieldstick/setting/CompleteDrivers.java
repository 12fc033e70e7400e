package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Devices.Device;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every device in the computer has a driver and works. */
record CompleteDrivers() implements Setting<Reading<List<Device>>> {
    /** CM_PROB_DISABLED: somebody wanted that; CM_PROB_PHANTOM and CM_PROB_HELD_FOR_EJECT: it is not there (cfg.h). */
    private static final Set<Integer> NO_FAULT = Set.of(0, 22, 45, 47);

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
    public Reading<List<Device>> read(WindowsView windows) {
        return windows.devices().present();
    }

    @Override
    public Judgement judge(Reading<List<Device>> actual) {
        if (!(actual instanceof Reading.Present<List<Device>> devices)) {
            WindowsError why = actual instanceof Reading.Unreadable<List<Device>> refused
                    ? refused.why()
                    : new WindowsError(Tried.listDevices(), WindowsError.NOT_SUPPORTED, "");
            return Judgement.of(Message.of("setting.unknown"), List.of(), new Verdict.Unknown(why));
        }
        List<Device> faulty = devices.value().stream()
                .filter(device -> !NO_FAULT.contains(device.problem()))
                .toList();
        if (faulty.isEmpty()) {
            return Judgement.of(desired(), List.of(), new Verdict.AsDesired());
        }
        List<Evidence> evidence = faulty.stream()
                .map(device -> new Evidence(words(device), "CM_PROB " + device.problem()))
                .toList();
        boolean missing = faulty.stream().anyMatch(Device::lacksDriver);
        String names = faulty.stream().map(CompleteDrivers::words).collect(Collectors.joining("; "));
        return Judgement.of(
                Message.of("system.drivers.faulty", faulty.size(), names),
                evidence,
                new Verdict.ByHand(Message.of(missing ? "system.drivers.install" : "system.drivers.look")));
    }

    /** Its name and its hardware id, by which its driver is found where there is no network. */
    private static String words(Device device) {
        String id = device.hardwareIds().isEmpty() ? "" : device.hardwareIds().get(0);
        if (device.name().isEmpty()) {
            return id;
        }
        return id.isEmpty() ? device.name() : device.name() + " (" + id + ")";
    }
}
