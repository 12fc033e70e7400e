package io.fieldstick.windows;

import java.util.List;

/** The virus scanners that have registered with Windows; reading only. */
public interface Antivirus {

    /** Every registered scanner, some of them removed long ago; absent where this Windows keeps no such list. */
    Reading<List<Product>> products();

    /**
     * One scanner, as AntiVirusProduct of root\SecurityCenter2 describes it. Microsoft does not document the state; this is
     * how it is commonly decoded (Idera, "Identifying antivirus engine state"; Stack Overflow 4700897).
     *
     * @param program the path of its program, or an address as {@code windowsdefender://}
     * @param state productState
     */
    record Product(String name, String program, int state) {
        private static final int ACTIVITY = 0xF000;
        private static final int ON = 0x1000;
        private static final int SIGNATURES = 0xF0;

        public boolean isOn() {
            return (state & ACTIVITY) == ON;
        }

        public boolean isUpToDate() {
            return (state & SIGNATURES) == 0;
        }
    }
}
