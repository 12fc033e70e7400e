package io.fieldstick.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The roster of the stick that ships names the computer by what its own Windows says of it. */
class HostNameIT {
    private static final String NAMES = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName";
    private static final Pattern ADDRESS = Pattern.compile("MAC address ((?:[0-9A-F]{2}-){5}[0-9A-F]{2})");

    private final WinePrefix windows = WinePrefix.fresh();
    private final Stick stick = windows.stick("C:\\stick");

    @BeforeEach
    void aProfileOnTheStick() throws IOException {
        Files.writeString(stick.path("profiles\\name.yaml"), "name: n\nhost-name: {pattern: \"BCIA-{dept}-{user}\"}\n");
    }

    @AfterEach
    void thePcIsThrownAway() {
        windows.close();
    }

    private Run provision() {
        return stick.run(
                "provision", "--no-input", "--lang", "en", "--profile", stick.windowsPath("profiles\\name.yaml"));
    }

    /** As Excel saves it on a Chinese Windows. */
    private void roster(String rows) throws IOException {
        Files.write(stick.path("roster.csv"), ("MAC地址,部门,姓名,信息点\r\n" + rows).getBytes(Charset.forName("GBK")));
    }

    @Test
    void theRosterNamesThePcUnattendedAndATakenNameIsRefused() throws IOException {
        String before = windows.exportRegistry(NAMES);
        roster("00-00-5E-00-53-01,IT,李四,A-1\r\n");
        Run nobody = provision();
        assertThat(nobody.exitCode()).as(nobody.toString()).isEqualTo(2);
        Matcher address = ADDRESS.matcher(nobody.err().replaceAll("\\s+", " "));
        assertThat(address.find()).as(nobody.toString()).isTrue();

        roster("00-00-5E-00-53-01,IT,张三明,A-1\r\n" + address.group(1).replace('-', ':') + ",IT,张三明,A-2\r\n");
        Run taken = provision();
        assertThat(taken.exitCode()).as(taken.toString()).isEqualTo(6);
        assertThat(taken.err().replaceAll("\\s+", " "))
                .contains("belongs to line 2 of the roster", "the next free name is BCIA-IT-zhangs2");
        assertThat(windows.exportRegistry(NAMES)).isEqualTo(before);

        roster("00-00-5E-00-53-01,IT,李四,A-1\r\n" + address.group(1) + ",IT,张三明,A-2\r\n");
        Run named = provision();
        assertThat(named.exitCode()).as(named.toString()).isEqualTo(3010);
        assertThat((named.out() + named.err()).replaceAll("\\s+", " "))
                .contains("line 3: this computer is for department IT, user 张三明");
        assertThat(windows.exportRegistry(NAMES)).contains("BCIA-IT-ZHANGSM");
        assertThat(stick.run("undo").exitCode()).isEqualTo(3010);
        assertThat(windows.exportRegistry(NAMES)).isEqualTo(before);
    }
}
