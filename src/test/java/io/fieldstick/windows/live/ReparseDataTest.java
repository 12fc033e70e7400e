package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fieldstick.windows.Reading;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReparseDataTest {
    private static final int MOUNT_POINT = 0xA0000003;
    private static final int SYMLINK = 0xA000000C;

    @Test
    void aJunctionLeadsToAnAbsolutePath() {
        assertThat(ReparseData.target(junction("\\??\\D:\\我的 Docs"))).isEqualTo(Reading.of("D:\\我的 Docs"));
        assertThat(ReparseData.target(junction("\\??\\D:\\"))).isEqualTo(Reading.of("D:\\"));
    }

    @Test
    void aSymbolicLinkIsAbsoluteOrSeenFromItsFolder() {
        assertThat(ReparseData.target(symlink("\\??\\D:\\Docs", 0))).isEqualTo(Reading.of("D:\\Docs"));
        assertThat(ReparseData.target(symlink("\\??\\UNC\\files\\home", 0))).isEqualTo(Reading.of("\\\\files\\home"));
        assertThat(ReparseData.target(symlink("..\\Docs", 1))).isEqualTo(Reading.of("..\\Docs"));
    }

    @Test
    void aVolumeWithoutALetterAndOtherTagsLeadToNoPath() {
        assertThat(ReparseData.target(junction("\\??\\Volume{00000000-0000-0000-0000-100000000000}\\"))
                        .isAbsent())
                .isTrue();
        byte[] cloud = junction("\\??\\D:\\Docs");
        cloud[0] = 0x1A;
        assertThat(ReparseData.target(cloud).isAbsent()).isTrue();
    }

    @Test
    void noLengthIsTrusted() {
        Random random = new Random(7);
        byte[] whole = symlink("\\??\\D:\\Docs", 0);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int j = 4; j < Math.min(20, bytes.length); j++) {
                bytes[j] = random.nextBoolean() ? bytes[j] : (byte) random.nextInt();
            }
            assertThatCode(() -> ReparseData.target(bytes)).doesNotThrowAnyException();
        }
    }

    /** As mklink writes it: the name that Windows goes by, then the one that it shows. */
    private static byte[] junction(String name) {
        return data(MOUNT_POINT, name, new byte[0]);
    }

    private static byte[] symlink(String name, int flags) {
        return data(SYMLINK, name, new byte[] {(byte) flags, 0, 0, 0});
    }

    private static byte[] data(int tag, String name, byte[] flags) {
        byte[] goesBy = name.getBytes(StandardCharsets.UTF_16LE);
        byte[] shown = name.replace("\\??\\", "").getBytes(StandardCharsets.UTF_16LE);
        boolean junction = tag == MOUNT_POINT;
        int gap = junction ? 2 : 0;
        ByteBuffer data = ByteBuffer.allocate(16 + flags.length + goesBy.length + shown.length + 2 * gap)
                .order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(tag).putShort((short) (data.capacity() - 8)).putShort((short) 0);
        data.putShort((short) 0).putShort((short) goesBy.length);
        data.putShort((short) (goesBy.length + gap)).putShort((short) shown.length);
        data.put(flags).put(goesBy).position(data.position() + gap);
        data.put(shown);
        return data.array();
    }
}
