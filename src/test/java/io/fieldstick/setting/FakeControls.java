package io.fieldstick.setting;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** ActiveX controls on a stick in drive E, and a regsvr32 of each bitness that calls only controls of its own. */
public final class FakeControls {
    public static final String CLSID = "{5B1D0E7A-3C42-4F3B-9A7E-2D6C8F104B11}";
    static final byte[] BITS_32 = program(0x14C);
    static final byte[] BITS_64 = program(0x8664);
    private static final String CLASSES = "SOFTWARE\\Classes\\CLSID";

    private FakeControls() {}

    /** Puts both controls on the stick. */
    public static InMemoryWindows on(InMemoryWindows windows) {
        windows.bytes("E:\\installers\\oa\\control32.ocx", BITS_32)
                .bytes("E:\\installers\\oa\\control64.ocx", BITS_64)
                .key(RegistryKey.machine(CLASSES))
                .key(RegistryKey.machine32(CLASSES));
        packageOn(windows, INF);
        windows.programRuns().program("regsvr32.exe", start -> regsvr32(windows, start));
        return windows;
    }

    public static ActiveXControl setting(int bits) {
        byte[] bytes = bits == 32 ? BITS_32 : BITS_64;
        return new ActiveXControl(
                "OA " + bits,
                Optional.of(new ActiveXControl.Pin(
                        Optional.of("E:\\installers"), "oa\\control" + bits + ".ocx", sha256(bytes), Optional.empty())),
                CLSID);
    }

    /** A package with a 32-bit control, a library of its own and one that Windows has. */
    static final byte[] PACKAGE = "a cabinet".getBytes(StandardCharsets.US_ASCII);

    static final String INF = """
            ; made by the house
            [version]
            signature="$CHICAGO$"
            [Add.Code]
            control32.ocx=control32.ocx
            words.dll=words.dll
            mfc42.dll=mfc42.dll
            [control32.ocx]
            file-win32-x86=thiscab
            clsid=%s
            RegisterServer=yes
            [words.dll]
            FILE="thiscab"
            DestDir=11
            [mfc42.dll]
            hook=mfc42installer
            [mfc42installer]
            file-win32-x86=http://old.example/mfc42.cab
            run=%%EXTRACT_DIR%%\\mfc42.exe
            """.formatted(CLSID);

    /** Puts the package on the stick. */
    static InMemoryWindows packageOn(InMemoryWindows windows, String inf) {
        return windows.bytes("E:\\installers\\oa\\control.cab", PACKAGE)
                .bytes("C:\\Windows\\SysWOW64\\mfc42.dll", BITS_32)
                .cabinet(
                        PACKAGE,
                        Map.of(
                                "Control.INF",
                                inf.getBytes(StandardCharsets.US_ASCII),
                                "control32.ocx",
                                BITS_32,
                                "words.dll",
                                BITS_64,
                                "setup.exe",
                                BITS_32));
    }

    public static ActiveXControl packaged() {
        return new ActiveXControl(
                "OA package",
                Optional.of(new ActiveXControl.Pin(
                        Optional.of("E:\\installers"), "oa\\control.cab", sha256(PACKAGE), Optional.empty())),
                CLSID);
    }

    /** Registers the class with this file for programs of one bitness, as an installer would. */
    static void register(InMemoryWindows windows, RegistryKey.View view, RegistryValue server) {
        String path = CLASSES + "\\" + CLSID + "\\InprocServer32";
        windows.put(new RegistryKey(RegistryKey.Root.MACHINE, path, view), "", server);
    }

    /** One that a program brings. */
    public static ActiveXControl brought() {
        return new ActiveXControl("OA of a program", Optional.empty(), CLSID);
    }

    /** Exit code 3 where the control cannot be loaded: it is of the other bitness, or not there. */
    private static OptionalInt regsvr32(InMemoryWindows windows, ProgramRuns.Start start) {
        boolean narrow = start.program().contains("SysWOW64");
        String file =
                start.arguments().substring(start.arguments().indexOf('"')).replace("\"", "");
        boolean loads = windows.files()
                .bytes(file, 68, 2)
                .map(machine -> (machine[0] == 0x4C) == narrow)
                .orElse(false);
        if (!loads || !start.arguments().contains("/s ")) {
            return OptionalInt.of(3);
        }
        RegistryKey key =
                narrow ? RegistryKey.machine32(CLASSES + "\\" + CLSID) : RegistryKey.machine(CLASSES + "\\" + CLSID);
        if (start.arguments().startsWith("/u ")) {
            windows.remove(key);
        } else {
            windows.put(key.child("InprocServer32"), "", RegistryValue.sz(file));
        }
        return OptionalInt.of(0);
    }

    /** The beginning of a PE file for this machine. */
    static byte[] program(int machine) {
        ByteBuffer file = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort(0, (short) 0x5A4D).putInt(0x3C, 64).putInt(64, 0x4550).putShort(68, (short) machine);
        return file.array();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
