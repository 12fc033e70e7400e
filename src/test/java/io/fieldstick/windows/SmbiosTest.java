package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The structures are laid out as DSP0134 says, clause 6.1 and 7.2. */
class SmbiosTest {
    private static byte[] raw(byte[]... structures) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        for (byte[] structure : structures) {
            table.writeBytes(structure);
        }
        return ByteBuffer.allocate(8 + table.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0, 3, 3, 0})
                .putInt(table.size())
                .put(table.toByteArray())
                .array();
    }

    /** A structure with this formatted area after its header, and strings. */
    private static byte[] structure(int type, byte[] area, String... strings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) type, (byte) (4 + area.length), 1, 0});
        bytes.writeBytes(area);
        for (String text : strings) {
            bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            bytes.write(0);
        }
        bytes.writeBytes(strings.length == 0 ? new byte[2] : new byte[1]);
        return bytes.toByteArray();
    }

    private static byte[] system(String serial) {
        byte[] area = new byte[23];
        System.arraycopy(new byte[] {1, 2, 0, 3}, 0, area, 0, 4);
        return structure(1, area, "LENOVO", "20XW", serial);
    }

    private static byte[] bios() {
        return structure(0, new byte[20], "American Megatrends", "1.0");
    }

    @Test
    void theSerialNumberOfTheSystemIsFound() {
        assertThat(Smbios.serialNumber(
                        raw(bios(), structure(4, new byte[2]), system("PF0ABC12 "), structure(127, new byte[0]))))
                .contains("PF0ABC12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To be filled by O.E.M.",
                "0",
                "0000000",
                "Default string",
                "System Serial Number",
                "None",
                " ",
                "........",
                "Not Specified",
                "xxxxxxxx",
                "N/A",
                "123456789"
            })
    void whatMakersLeaveInBoardsIsNoSerialNumber(String serial) {
        assertThat(Smbios.serialNumber(raw(system(serial)))).isEmpty();
        assertThat(Smbios.isPlaceholder(serial)).isTrue();
    }

    @Test
    void aSystemWithoutASerialNumberHasNone() {
        assertThat(Smbios.serialNumber(raw(structure(1, new byte[] {1, 2, 0, 0}, "LENOVO", "20XW"))))
                .isEmpty();
        assertThat(Smbios.serialNumber(raw(structure(1, new byte[] {1, 2, 0}, "LENOVO", "20XW"))))
                .isEmpty();
        assertThat(Smbios.serialNumber(raw(structure(1, new byte[] {1, 2, 0, 9}, "LENOVO"))))
                .isEmpty();
        // The third of one string: what follows is another structure's.
        assertThat(Smbios.serialNumber(raw(
                        structure(1, new byte[] {1, 2, 0, 3}, "LENOVO"), structure(2, new byte[] {65, 65}, "BOARD"))))
                .isEmpty();
        assertThat(Smbios.serialNumber(raw(bios(), structure(127, new byte[0]), system("S1"))))
                .isEmpty();
        assertThat(Smbios.serialNumber(new byte[0])).isEmpty();
    }

    @Test
    void aDamagedTableIsNeverReadBeyondItsEnd() {
        byte[] good = raw(bios(), system("PF0ABC12"));
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            byte[] bad = java.util.Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int i = 0; i < 3 && bad.length > 0; i++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            assertThat(Smbios.serialNumber(bad)).isNotNull();
        }
    }
}
