package io.fieldstick.userdata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Headers of Outlook data files laid out as [MS-PST] 2.2.2.6 says. */
final class PstFixture {
    private PstFixture() {}

    /** A Unicode PST of Outlook 2003 and later that says it has {@code declared} bytes, and has {@code real}. */
    static byte[] unicode(long declared, int real) {
        byte[] file = start("SM", 23, real);
        at(file).putLong(184, declared).put(512, (byte) 0x80).put(513, (byte) 1);
        return file;
    }

    /** An ANSI PST of Outlook 2002 and before. */
    static byte[] ansi(int declared, int real) {
        byte[] file = start("SM", 14, real);
        at(file).putInt(168, declared).put(460, (byte) 0x80).put(461, (byte) 1);
        return file;
    }

    /** An OST of Outlook 2013 and later. */
    static byte[] ost(long declared, int real) {
        byte[] file = start("SO", 36, real);
        at(file).putLong(184, declared);
        return file;
    }

    private static byte[] start(String client, int version, int real) {
        byte[] file = new byte[real];
        ByteBuffer header = at(file);
        header.put("!BDN".getBytes(StandardCharsets.US_ASCII));
        header.position(8);
        header.put(client.getBytes(StandardCharsets.US_ASCII)).putShort((short) version);
        header.putShort((short) 19).put((byte) 1).put((byte) 1);
        return file;
    }

    private static ByteBuffer at(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }
}
