package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows are laid out as netioapi.h declares MIB_IF_ROW2: Alias at 28, Description at 542, Type at 1128, flags at 1152. */
class InterfaceTableTest {
    private static final byte[] USED = {0x3C, 0x52, (byte) 0x82, 0, 0, 1};
    private static final byte[] PERMANENT = {0x3C, 0x52, (byte) 0x82, 0, 0, 2};

    private final ByteBuffer table = ByteBuffer.allocate(8 + 4 * 1352).order(ByteOrder.LITTLE_ENDIAN);

    private void row(String description, int type, int flags, byte[] permanent) {
        int at = 8 + table.getInt(0) * 1352;
        table.putInt(0, table.getInt(0) + 1);
        table.put(at + 28, "Ethernet".getBytes(StandardCharsets.UTF_16LE));
        table.put(at + 542, description.getBytes(StandardCharsets.UTF_16LE));
        table.putInt(at + 1056, 6);
        table.put(at + 1060, USED);
        table.put(at + 1092, permanent);
        table.putInt(at + 1128, type);
        table.put(at + 1152, (byte) flags);
    }

    @Test
    void adaptersHaveTheAddressThatIsBurntIntoThem() {
        row("Intel(R) Ethernet 网卡", 6, 0b101, PERMANENT);
        row("Intel(R) Wi-Fi 6 AX201", 71, 0b101, new byte[6]);
        assertThat(InterfaceTable.adapters(table.array()))
                .containsExactly(
                        new NetworkAdapter("Intel(R) Ethernet 网卡", new MacAddress("3C-52-82-00-00-02"), true),
                        new NetworkAdapter("Intel(R) Wi-Fi 6 AX201", new MacAddress("3C-52-82-00-00-01"), true));
    }

    @Test
    void filtersLoopbackAndTunnelsAreNoAdapters() {
        row("Intel(R) Ethernet-WFP Native MAC Layer LightWeight Filter-0000", 6, 0b010, PERMANENT);
        row("Software Loopback Interface 1", 24, 0, PERMANENT);
        row("Teredo Tunneling Pseudo-Interface", 131, 0, PERMANENT);
        assertThat(InterfaceTable.adapters(table.array())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bluetooth Device (Personal Area Network)",
                "TAP-Windows Adapter V9",
                "VirtualBox Host-Only Ethernet Adapter",
                "VMware Virtual Ethernet Adapter for VMnet8",
                "Hyper-V Virtual Ethernet Adapter",
                "Sangfor SSL VPN CS Support System VNIC",
                "Npcap Loopback Adapter",
                "WAN Miniport (IP)"
            })
    void whatSoftwareMakesIsNotPhysicalWhateverItSays(String description) {
        row(description, 6, 0b101, PERMANENT);
        assertThat(InterfaceTable.adapters(table.array()))
                .extracting(NetworkAdapter::physical)
                .containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Microsoft Hyper-V Network Adapter",
                "vmxnet3 Ethernet Adapter",
                "Realtek PCIe GbE Family Controller"
            })
    void theAdapterOfAVirtualMachineIsItsHardware(String description) {
        row(description, 6, 0b101, PERMANENT);
        assertThat(InterfaceTable.adapters(table.array()))
                .extracting(NetworkAdapter::physical)
                .containsExactly(true);
    }

    @Test
    void aTableThatIsShorterThanItSaysIsReadAsFarAsItGoes() {
        row("Intel", 6, 1, PERMANENT);
        table.putInt(0, Integer.MAX_VALUE);
        assertThat(InterfaceTable.adapters(java.util.Arrays.copyOf(table.array(), 8 + 1352 + 100)))
                .hasSize(1);
        table.putInt(0, -1);
        assertThat(InterfaceTable.adapters(table.array())).isEmpty();
        assertThat(InterfaceTable.adapters(new byte[3])).isEmpty();
    }
}
