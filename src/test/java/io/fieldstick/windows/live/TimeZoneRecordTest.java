package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** DYNAMIC_TIME_ZONE_INFORMATION from what {@code reg export} shows of real time zones. */
class TimeZoneRecordTest {
    /** Pacific Standard Time: UTC-8, daylight time from the second Sunday of March to the first of November. */
    private static final byte[] PACIFIC = HexFormat.of()
            .parseHex("e001000000000000c4ffffff" + "00000b00000001000200000000000000"
                    + "00000300000002000200000000000000");

    private static final byte[] CHINA = HexFormat.of().parseHex("20feffff00000000c4ffffff" + "00".repeat(32));

    @Test
    void theFieldsAreWhereTheHeaderHasThem() {
        byte[] record = TimeZoneRecord.of("Pacific Standard Time", false, PACIFIC, "太平洋标准时间", "太平洋夏令时")
                .orElseThrow();
        assertThat(record).hasSize(432);
        assertThat(HexFormat.of().formatHex(record, 0, 4)).isEqualTo("e0010000");
        assertThat(HexFormat.of().formatHex(record, 4, 10)).isEqualTo("2a59735e0b6d");
        assertThat(HexFormat.of().formatHex(record, 68, 84)).isEqualTo("00000b00000001000200000000000000");
        assertThat(HexFormat.of().formatHex(record, 152, 168)).isEqualTo("00000300000002000200000000000000");
        assertThat(HexFormat.of().formatHex(record, 168, 172)).isEqualTo("c4ffffff");
        assertThat(TimeZoneRecord.key(record)).isEqualTo("Pacific Standard Time");
        assertThat(TimeZoneRecord.daylightTimeOff(record)).isFalse();
    }

    @Test
    void aZoneWithoutDaylightTimeHasEmptyDates() {
        byte[] record =
                TimeZoneRecord.of("China Standard Time", true, CHINA, "", "").orElseThrow();
        assertThat(HexFormat.of().formatHex(record, 0, 4)).isEqualTo("20feffff");
        assertThat(record[68]).isZero();
        assertThat(TimeZoneRecord.daylightTimeOff(record)).isTrue();
    }

    @Test
    void aDescriptionOfAnotherLengthAndANameThatDoesNotFitAreRefused() {
        assertThat(TimeZoneRecord.of("X", false, new byte[43], "", "")).isEmpty();
        assertThat(TimeZoneRecord.of("X", false, new byte[0], "", "")).isEmpty();
        assertThat(TimeZoneRecord.of("X".repeat(128), false, CHINA, "", "")).isEmpty();
        assertThat(TimeZoneRecord.key(
                        TimeZoneRecord.of("X".repeat(127), false, CHINA, "", "").orElseThrow()))
                .hasSize(127);
    }

    @Test
    void aLongNameForShowIsCutSoThatItEndsWithNul() {
        byte[] record = TimeZoneRecord.of("X", false, CHINA, "N".repeat(40), "").orElseThrow();
        assertThat(record[66]).isZero();
        assertThat(record[64]).isEqualTo((byte) 'N');
    }
}
