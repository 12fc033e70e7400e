package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.Disks;
import io.fieldstick.windows.Disks.Extent;
import io.fieldstick.windows.Disks.Identity;
import io.fieldstick.windows.Reading;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LiveDisksTest {

    @Test
    void aDriveIsNamedByItsDescriptor() {
        ByteBuffer descriptor = ByteBuffer.allocate(96).order(ByteOrder.LITTLE_ENDIAN);
        descriptor.putInt(16, 40).putInt(24, 70).putInt(28, 7);
        descriptor.position(40).put("Stick 3.0   \0".getBytes(StandardCharsets.US_ASCII));
        descriptor.position(70).put("AA\u0007BB\0".getBytes(StandardCharsets.US_ASCII));

        Reading<Identity> identity = LiveDisks.identity(descriptor.array());

        assertThat(identity).isEqualTo(Reading.of(new Identity("Stick 3.0", "AABB", 7)));
        assertThat(identity.map(Identity::external)).isEqualTo(Reading.of(true));
    }

    @Test
    void noDescriptorDoesHarm() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            assertThat(LiveDisks.identity(bytes)).as("seed %d", seed).isNotNull();
            assertThat(LiveDisks.extents(bytes)).as("seed %d", seed).hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void aDriveIsShownByAsMuchAsItSaysOfItself() {
        assertThat(new Identity("ST2000", "Z1E", 11).shown("D")).isEqualTo("D (ST2000, Z1E)");
        assertThat(new Identity("", "Z1E", 11).shown("D")).isEqualTo("D (Z1E)");
        assertThat(new Identity("", "", 11).shown("D")).isEqualTo("D");
    }

    @Test
    void aVolumeLiesWhereItsExtentsSay() {
        ByteBuffer answer = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        answer.putInt(0, 1).putInt(8, 2).putLong(16, 1L << 20).putLong(24, 5L << 30);

        assertThat(LiveDisks.extents(answer.array())).containsExactly(new Extent(2, 1L << 20, 5L << 30));
    }

    @Test
    @EnabledOnOs(OS.WINDOWS)
    void everyQuestionToTheRunningWindowsIsAnswered() {
        Disks disks = new LiveWindows().disks();

        assertThat(disks.predictsFailure("\\\\.\\PhysicalDrive0")).isNotEqualTo(Reading.of(true));
        assertThat(disks.identity("\\\\.\\PhysicalDrive15")).isEqualTo(Reading.absent());
        assertThat(disks.extents('C').isUnreadable()).isFalse();
        assertThat(disks.dirty('C')).isNotEqualTo(Reading.of(true));
        assertThat(disks.bitLocker('C').isUnreadable()).isFalse();
        assertThat(new LiveWindows().devices().present().isPresent()).isTrue();
    }
}
