package io.fieldstick.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The table that GetIfTable2 gives, MIB_IF_TABLE2 of netioapi.h as a 64-bit program sees it: a count, then rows of
 * MIB_IF_ROW2.
 */
public final class InterfaceTable {
    /** Bytes before the first row. */
    public static final int HEADER_BYTES = 8;
    /** Bytes of a row. */
    public static final int ROW_BYTES = 1352;

    private static final int DESCRIPTION = 542;
    private static final int DESCRIPTION_BYTES = 514;
    private static final int ADDRESS_LENGTH = 1056;
    private static final int ADDRESS = 1060;
    private static final int PERMANENT_ADDRESS = 1092;
    private static final int TYPE = 1128;
    private static final int FLAGS = 1152;

    /** InterfaceAndOperStatusFlags: the first bit is HardwareInterface, the second FilterInterface. */
    private static final int HARDWARE = 1;

    private static final int FILTER = 2;

    /** IF_TYPE_ETHERNET_CSMACD and IF_TYPE_IEEE80211 of ipifcons.h. */
    private static final int ETHERNET = 6;

    private static final int WIFI = 71;

    /** Software whose adapters call themselves hardware, and Bluetooth, which is no socket in the wall. */
    private static final Pattern SOFTWARE = Pattern.compile(
            "(?i)bluetooth|\\bTAP-|wintun|wireguard|virtualbox|vmware virtual|hyper-v virtual|sangfor|easyconnect"
                    + "|npcap|loopback|\\bvpn\\b|openvpn|miniport");

    private InterfaceTable() {}

    /** The Ethernet and Wi-Fi adapters with an address; rows that the table lacks are left out. */
    public static List<NetworkAdapter> adapters(byte[] table) {
        ByteBuffer bytes = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        int rows =
                table.length < HEADER_BYTES ? 0 : Math.min(bytes.getInt(0), (table.length - HEADER_BYTES) / ROW_BYTES);
        List<NetworkAdapter> adapters = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int at = HEADER_BYTES + row * ROW_BYTES;
            if (isAdapter(bytes, at)) {
                adapters.add(adapter(table, bytes.get(at + FLAGS), at));
            }
        }
        return adapters;
    }

    private static boolean isAdapter(ByteBuffer bytes, int at) {
        int type = bytes.getInt(at + TYPE);
        boolean filter = (bytes.get(at + FLAGS) & FILTER) != 0;
        return (type == ETHERNET || type == WIFI) && !filter && bytes.getInt(at + ADDRESS_LENGTH) == MacAddress.BYTES;
    }

    private static NetworkAdapter adapter(byte[] table, byte flags, int at) {
        String text = new String(table, at + DESCRIPTION, DESCRIPTION_BYTES, StandardCharsets.UTF_16LE);
        int end = text.indexOf('\0');
        String description = end < 0 ? text : text.substring(0, end);
        MacAddress permanent = address(table, at + PERMANENT_ADDRESS);
        boolean physical =
                (flags & HARDWARE) != 0 && !SOFTWARE.matcher(description).find();
        return new NetworkAdapter(
                description, permanent.isOfOneAdapter() ? permanent : address(table, at + ADDRESS), physical);
    }

    private static MacAddress address(byte[] table, int at) {
        return MacAddress.of(Arrays.copyOfRange(table, at, at + MacAddress.BYTES));
    }
}
