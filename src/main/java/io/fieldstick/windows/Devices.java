package io.fieldstick.windows;

import java.util.List;

/** The devices that are in the computer now, as the device manager lists them; reading only. */
public interface Devices {

    /** Every present device; absent where this Windows is not running and so has none. */
    Reading<List<Device>> present();

    /**
     * One device: its ids from the most to the least exact, and why it does not work.
     *
     * @param hardwareIds as {@code PCI\VEN_8086&DEV_9A0B}, the most exact first
     * @param compatibleIds as {@code PCI\CC_0104}: what kind of device it is
     * @param name its description as Windows shows it; empty where it has none
     * @param problem the CM_PROB_ number of a device that does not work (28: no driver), 0 for one that works; never absent
     */
    record Device(List<String> hardwareIds, List<String> compatibleIds, String name, Reading<Integer> problem) {
        /** CM_PROB_NOT_CONFIGURED and CM_PROB_FAILED_INSTALL (cfg.h): there is no driver for it. */
        private static final List<Integer> NO_DRIVER = List.of(1, 28);

        public Device {
            hardwareIds = List.copyOf(hardwareIds);
            compatibleIds = List.copyOf(compatibleIds);
        }

        /** Whether Windows says that it found no driver for it; a disabled or failing device has one. */
        public boolean lacksDriver() {
            return problem.map(NO_DRIVER::contains).orElse(false);
        }

        /** By what people and drivers know it: the most exact hardware id; empty where it has none. */
        public String id() {
            return hardwareIds.isEmpty() ? "" : hardwareIds.get(0);
        }
    }
}
