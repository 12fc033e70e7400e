package io.fieldstick.windows.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.Processes.Holder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FileHoldersTest {
    @Test
    void theArrayOfTheRestartManagerIsRead() {
        ByteBuffer entries = ByteBuffer.allocate(2 * FileHolders.ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        entry(entries, 0, 4711, "Microsoft Outlook");
        entry(entries, FileHolders.ENTRY_BYTES, -1, "搜索");

        assertThat(FileHolders.parse(entries.array(), 2))
                .containsExactly(new Holder(4711, "Microsoft Outlook"), new Holder(0xFFFFFFFFL, "搜索"));
        assertThat(FileHolders.parse(entries.array(), 0)).isEmpty();
    }

    /** WinPE has no Restart Manager, and more than one file of the user is open. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aWindowsWithoutTheRestartManagerKnowsNobodyHoweverOftenItIsAsked() {
        assertThat(FileHolders.of("C:\\a.pst").isAbsent()).isTrue();
        assertThat(FileHolders.of("C:\\b.pst").isAbsent()).isTrue();
    }

    /** RM_UNIQUE_PROCESS (id, start time), strAppName[256], strServiceShortName[64], four numbers. */
    private static void entry(ByteBuffer entries, int at, int process, String name) {
        entries.putInt(at, process);
        byte[] text = name.getBytes(StandardCharsets.UTF_16LE);
        for (int i = 0; i < text.length; i++) {
            entries.put(at + 12 + i, text[i]);
        }
    }
}
