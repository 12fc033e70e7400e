package io.fieldstick.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs that are really installed: an MSI made by wixl and a setup made by NSIS, as vendors make theirs. */
final class Installers {
    private Installers() {}

    /** Installs "Harbour Ledger" 1.2.3 by its MSI: 64-bit view, published by Windows Installer. */
    static void installMsi(WinePrefix windows) {
        windows.copyIn(msi(windows), "C:\\windows\\temp\\ledger.msi");
        succeed(windows.run("msiexec", "/i", "C:\\windows\\temp\\ledger.msi", "/qn"));
    }

    /** The package that installs "Harbour Ledger" 1.2.3. */
    static Path msi(WinePrefix windows) {
        Path room = windows.room("msi");
        copy("program.wxs", room);
        write(room.resolve("ledger.txt"), "账簿\r\n");
        tool(room, "wixl", "-a", "x64", "-o", "ledger.msi", "program.wxs");
        return room.resolve("ledger.msi");
    }

    /** Installs "码头看图 5.0" by its NSIS setup. */
    static void installNsis(WinePrefix windows) {
        Path room = windows.room("nsis");
        copy("setup.nsi", room);
        tool(room, "makensis", "-V2", "-INPUTCHARSET", "UTF8", "setup.nsi");
        windows.copyIn(room.resolve("setup.exe"), "C:\\windows\\temp\\setup.exe");
        succeed(windows.run("C:\\windows\\temp\\setup.exe", "/S"));
    }

    /** Makes the portable FeiQ.exe 2.5.1.7, a program with a version resource and no installation, at a place. */
    static Path portable(WinePrefix windows, String place) {
        Path room = windows.room("portable");
        copy("portable.nsi", room);
        tool(room, "makensis", "-V2", "portable.nsi");
        try {
            windows.write(place, Files.readAllBytes(room.resolve("FeiQ.exe")));
        } catch (IOException e) {
            throw new AssertionError("could not copy to " + place, e);
        }
        return windows.path(place);
    }

    /** Removes "Harbour Ledger" by Windows Installer. */
    static void removeMsi(WinePrefix windows) {
        succeed(windows.run("msiexec", "/x", "C:\\windows\\temp\\ledger.msi", "/qn"));
    }

    /** The setup {@code bringer.exe} of 32 bits that installs "Bringer" with the control {@code house.dll}. */
    static Path bringer(WinePrefix windows) {
        tool(windows.room("nsis-bringer"), "cp", control(windows, 32, "WORKS").toString(), "house.dll");
        return nsis(windows, "bringer", "Bringer", "NARROW", "CONTROL");
    }

    /** The setup {@code file.exe} that installs {@code name}, made with these defines: {@code EXIT=1603}, {@code HANG}. */
    static Path nsis(WinePrefix windows, String file, String name, String... defines) {
        Path room = windows.room("nsis-" + file);
        copy("house.nsi", room);
        List<String> line = new ArrayList<>(
                List.of("makensis", "-V2", "-INPUTCHARSET", "UTF8", "-DFILE=" + file, "-DNAME=" + name));
        for (String define : defines) {
            line.add("-D" + define);
        }
        line.add("house.nsi");
        tool(room, line.toArray(String[]::new));
        return room.resolve(file + ".exe");
    }

    /** A package made by gcab, compressed, with this library and an INF that has it registered. */
    static Path cabinet(WinePrefix windows, Path library, String clsid) {
        Path room = windows.room("cabinet");
        write(room.resolve("house.inf"), """
                [version]
                signature="$CHICAGO$"
                [Add.Code]
                house.dll=house.dll
                [house.dll]
                file-win32-x86=thiscab
                clsid=%s
                RegisterServer=yes
                """.formatted(clsid).replace("\n", "\r\n"));
        tool(room, "cp", library.toString(), "house.dll");
        tool(room, "gcab", "-c", "-z", "house.cab", "house.inf", "house.dll");
        return room.resolve("house.cab");
    }

    /** A control compiled by MinGW that {@code WORKS}, {@code REFUSES}, {@code CRASHES} or {@code HANGS}, see house-control.c. */
    static Path control(WinePrefix windows, int bits, String behaviour) {
        Path room = windows.room("control");
        copy("house-control.c", room);
        copy("house-control.def", room);
        tool(
                room,
                (bits == 32 ? "i686" : "x86_64") + "-w64-mingw32-gcc",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-shared",
                "-static",
                "-Wl,--enable-stdcall-fixup",
                "-D" + behaviour,
                "-o",
                "house.dll",
                "house-control.c",
                "house-control.def",
                "-lole32",
                "-luuid",
                "-ladvapi32");
        return room.resolve("house.dll");
    }

    private static void succeed(Run run) {
        if (run.exitCode() != 0) {
            throw new AssertionError("the installer failed: " + run);
        }
    }

    private static void copy(String resource, Path room) {
        try (InputStream in = Installers.class.getResourceAsStream("/e2e/" + resource)) {
            if (in == null) {
                throw new AssertionError("no resource /e2e/" + resource);
            }
            Files.write(room.resolve(resource), in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError("could not copy " + resource, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("could not write " + file, e);
        }
    }

    private static void tool(Path room, String... line) {
        try {
            Process process = new ProcessBuilder(List.of(line))
                    .directory(room.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", line) + " failed: " + said);
            }
        } catch (IOException e) {
            throw new AssertionError(line[0] + " is needed for this test: scripts/check installs it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
