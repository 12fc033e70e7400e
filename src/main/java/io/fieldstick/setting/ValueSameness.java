package io.fieldstick.setting;

import io.fieldstick.windows.RegistryValue;

/** When two registry values count as the same. */
public enum ValueSameness {
    /** Type and every byte are equal. */
    BYTES {
        @Override
        public boolean same(RegistryValue one, RegistryValue other) {
            return one.equals(other);
        }
    },
    /** The same number: where Windows reads a 4-byte REG_BINARY as well as a REG_DWORD (MS docs: shell/autoplay-reg). */
    NUMBER {
        @Override
        public boolean same(RegistryValue one, RegistryValue other) {
            return one.equals(other)
                    || (one.number().isPresent() && one.number().equals(other.number()));
        }
    },
    /**
     * WinINET's connection settings say the same: it counts its own writes in the value, so the bytes change although
     * nobody changed the proxy.
     */
    CONNECTION_SETTINGS {
        @Override
        public boolean same(RegistryValue one, RegistryValue other) {
            return one.equals(other)
                    || (ConnectionSettings.parse(one).isPresent()
                            && ConnectionSettings.parse(one).equals(ConnectionSettings.parse(other)));
        }
    };

    public abstract boolean same(RegistryValue one, RegistryValue other);
}
