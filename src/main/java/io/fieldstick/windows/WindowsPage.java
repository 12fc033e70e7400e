package io.fieldstick.windows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A page of Windows on which a person does what no program may.
 *
 * @param target what Windows is asked to open: an address or a program of its own
 * @param arguments what that program gets; empty for an address
 */
public record WindowsPage(String target, String arguments) {
    /** The first builds of Windows 10 and of Windows 11. */
    private static final int WINDOWS_10 = 10240;

    private static final int WINDOWS_11 = 22000;

    /**
     * Where it is chosen which program opens which files (MS docs: "Launch the Windows Settings app", "Launch the Default Apps
     * settings page", "Canonical Names of Control Panel Items").
     *
     * @param registeredAs the name of the program whose part of the page is wanted; Windows 11 alone can show it
     */
    public static WindowsPage defaultApps(Machine.Version version, Optional<String> registeredAs) {
        if (version.build() < WINDOWS_10) {
            return new WindowsPage("control.exe", "/name Microsoft.DefaultPrograms /page pageFileAssoc");
        }
        String program = version.build() < WINDOWS_11
                ? ""
                : registeredAs
                        .map(name -> "?registeredAppMachine=" + escaped(name))
                        .orElse("");
        return new WindowsPage("ms-settings:defaultapps" + program, "");
    }

    /** As Uri.EscapeDataString does, which that documentation asks for: a blank is {@code %20}. */
    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
