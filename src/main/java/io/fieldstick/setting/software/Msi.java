package io.fieldstick.setting.software;

import java.util.Optional;

/** Windows Installer's command lines (MS docs: msi, "Standard Installer Command-Line Options"). */
public final class Msi {
    /** No window, and no restart whatever the package asks for: {@code /qn} alone would restart without asking. */
    static final String QUIET = "/qn /norestart REBOOT=ReallySuppress";

    private Msi() {}

    /** The arguments of msiexec that install {@code file} for the machine. */
    public static String install(String file, String properties, Optional<String> log) {
        return "/i \"" + file + "\" " + QUIET + " ALLUSERS=1" + log(log)
                + (properties.isEmpty() ? "" : " " + properties);
    }

    /** The arguments of msiexec that uninstall the product with this code. */
    public static String uninstall(String product, Optional<String> log) {
        return "/x " + product + " " + QUIET + log(log);
    }

    private static String log(Optional<String> log) {
        return log.map(path -> " /l*v \"" + path + "\"").orElse("");
    }
}
