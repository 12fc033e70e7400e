package io.fieldstick.windows.live;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.fieldstick.windows.InterfaceTable;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.NetworkAdapter;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Smbios;
import io.fieldstick.windows.TimeZone;
import io.fieldstick.windows.Tried;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The computer this program runs on, and the account it runs as. */
final class LiveMachine implements Machine {
    private static final int VERSION_BYTES = 276;
    private static final int MEMORY_BYTES = 64;
    private static final int TOTAL_PHYSICAL = 8;
    private static final int JOINED_DOMAIN = 3;

    /** GetCurrentProcess's constant answer (MS docs: processthreadsapi). */
    private static final long THIS_PROCESS = -1;

    private static final int TOKEN_QUERY = 8;
    private static final int TOKEN_USER = 1;
    private static final int TOKEN_ELEVATION = 20;
    /** TOKEN_USER with the longest SID (winnt.h SECURITY_MAX_SID_SIZE 68). */
    private static final int TOKEN_BUFFER = 128;

    /** {@code 'RSMB'}, the provider of SMBIOS tables (MS docs: sysinfoapi GetSystemFirmwareTable). */
    private static final int SMBIOS = 0x52534D42;

    private static final int LARGEST_SMBIOS = 1 << 20;
    /** Windows has some thirty, filters counted. */
    private static final int MOST_INTERFACES = 1000;

    @Override
    public Reading<Version> version() {
        ByteBuffer version = ByteBuffer.allocate(VERSION_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        version.putInt(0, VERSION_BYTES);
        int status = Ntdll.RtlGetVersion(version.array());
        return status == 0
                ? Reading.of(new Version(version.getInt(4), version.getInt(8), version.getInt(12)))
                : Reading.unreadable(Refusal.of(Tried.askVersion(), status));
    }

    @Override
    public Reading<Membership> membership() {
        long[] name = new long[1];
        int[] status = new int[1];
        int code = Netapi32.NetGetJoinInformation(null, name, status);
        if (code != 0) {
            return Reading.unreadable(Refusal.of(Tried.askMembership(), code));
        }
        String text = name[0] == 0 ? "" : new Pointer(name[0]).getWideString(0);
        Netapi32.NetApiBufferFree(name[0]);
        return Reading.of(new Membership(status[0] == JOINED_DOMAIN, text));
    }

    @Override
    public Reading<TimeZone> timeZone() {
        return LiveTimeZone.read();
    }

    @Override
    public Reading<Long> memory() {
        ByteBuffer status = ByteBuffer.allocate(MEMORY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        status.putInt(0, MEMORY_BYTES);
        return Kernel32.GlobalMemoryStatusEx(status.array()) != 0
                ? Reading.of(status.getLong(TOTAL_PHYSICAL))
                : Reading.unreadable(Refusal.of(Tried.askMemory(), Refusal.lastCode()));
    }

    @Override
    public Reading<String> processUser() {
        Memory user = new Memory(TOKEN_BUFFER);
        int code = token(TOKEN_USER, user);
        long[] text = new long[1];
        if (code == 0 && Advapi32.ConvertSidToStringSidW(user.getPointer(0), text) == 0) {
            code = Refusal.lastCode();
        }
        if (code != 0) {
            return Reading.unreadable(Refusal.of(Tried.askProcessUser(), code));
        }
        String sid = new Pointer(text[0]).getWideString(0);
        Kernel32.LocalFree(text[0]);
        return Reading.of(sid);
    }

    @Override
    public Reading<String> serialNumber() {
        int size = Kernel32.GetSystemFirmwareTable(SMBIOS, 0, null, 0);
        byte[] table = new byte[Math.max(0, Math.min(size, LARGEST_SMBIOS))];
        int given = table.length == 0 ? 0 : Kernel32.GetSystemFirmwareTable(SMBIOS, 0, table, table.length);
        if (given <= 0 || given > table.length) {
            return Reading.unreadable(Refusal.of(Tried.askSerialNumber(), Refusal.lastCode()));
        }
        return Smbios.serialNumber(table).map(Reading::of).orElse(Reading.absent());
    }

    @Override
    public Reading<List<NetworkAdapter>> networkAdapters() {
        long[] table = new long[1];
        int code = Iphlpapi.GetIfTable2(table);
        if (code != 0) {
            return Reading.unreadable(Refusal.of(Tried.listAdapters(), code));
        }
        Pointer rows = new Pointer(table[0]);
        int count = Math.max(0, Math.min(rows.getInt(0), MOST_INTERFACES));
        byte[] bytes = rows.getByteArray(0, InterfaceTable.HEADER_BYTES + count * InterfaceTable.ROW_BYTES);
        Iphlpapi.FreeMibTable(table[0]);
        return Reading.of(InterfaceTable.adapters(bytes));
    }

    @Override
    public boolean elevated() {
        Memory elevation = new Memory(4);
        return token(TOKEN_ELEVATION, elevation) == 0 && elevation.getInt(0) != 0;
    }

    /** Fills {@code found} with what this process's token says: 0, or Windows's code. */
    private static int token(int what, Memory found) {
        long[] token = new long[1];
        if (Advapi32.OpenProcessToken(THIS_PROCESS, TOKEN_QUERY, token) == 0) {
            return Refusal.lastCode();
        }
        boolean told = Advapi32.GetTokenInformation(token[0], what, found, (int) found.size(), new int[1]) != 0;
        int code = told ? 0 : Refusal.lastCode();
        Kernel32.CloseHandle(token[0]);
        return code;
    }
}
