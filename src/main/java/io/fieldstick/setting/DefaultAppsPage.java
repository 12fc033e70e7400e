package io.fieldstick.setting;

import io.fieldstick.windows.Machine;
import io.fieldstick.windows.WindowsPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page on which a person chooses which program opens which files. */
final class DefaultAppsPage {
    /** The first builds of Windows 10 and of Windows 11. */
    private static final int WINDOWS_10 = 10240;

    private static final int WINDOWS_11 = 22000;

    private DefaultAppsPage() {}

    /**
     * Its address (MS docs: "Launch the Windows Settings app", "Launch the Default Apps
     * settings page", "Canonical Names of Control Panel Items").
     *
     * @param registeredAs the name of the program whose part of the page is wanted; Windows 11 alone can show it
     */
    static WindowsPage of(Machine.Version version, Optional<String> registeredAs) {
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
