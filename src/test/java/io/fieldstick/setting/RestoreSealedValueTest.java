package io.fieldstick.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RestoreSealedValueTest {
    private static final RegistryKey KEY = RegistryKey.machine("SOFTWARE\\X");

    static Stream<Arguments> values() {
        return Stream.of(
                        "http://zhang:geheim4711@p.test:80",
                        "zhang:geheim@4711@p.test:80",
                        "A=b\0/password:geheim4711\0")
                .flatMap(text -> Stream.of("", "x", "F\0\0\0", "\ud800x")
                        .flatMap(before -> Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)
                                .flatMap(charset -> Stream.of(
                                                RegistryValue.NONE,
                                                RegistryValue.SZ,
                                                RegistryValue.BINARY,
                                                RegistryValue.MULTI_SZ)
                                        .map(type -> Arguments.of(type, before + " " + text, charset)))));
    }

    private static byte[] bytes(String text, Charset charset) {
        if (charset.equals(StandardCharsets.ISO_8859_1)) {
            return text.getBytes(charset);
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }

    /** Anybody may have written a text as any type, with whatever before it. */
    @ParameterizedTest
    @MethodSource("values")
    void aSecretIsSealedWhateverTheTypeAndPutBackToTheByte(int type, String text, Charset charset) {
        byte[] even = bytes(text, charset);
        byte[] odd = new byte[even.length + 1];
        System.arraycopy(even, 0, odd, 1, even.length);
        for (byte[] bytes : new byte[][] {even, odd}) {
            RegistryValue former = RegistryValue.raw(type, bytes);
            InMemoryWindows windows = new InMemoryWindows().put(KEY, "Y", former);
            Change change = new SetRegistryValue(KEY, "Y", RegistryValue.dword(1));
            Change undo = ((Undo.By) change.undoFrom(windows)).changes().get(0);
            assertThat(undo).isInstanceOf(RestoreSealedValue.class);
            change.makeOn(windows);
            undo.makeOn(windows);
            assertThat(windows.registry().value(KEY, "Y")).isEqualTo(Reading.of(former));
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void noByteOfItIsShownInHexadecimal(int type, String text, Charset charset) {
        byte[] bytes = bytes(text.substring(text.indexOf(' ') + 1), charset);
        assertThat(RegistryValue.binary(bytes).toString())
                .doesNotContain("67 65 68", "67 00 65 00 68")
                .contains("**");
    }
}
