package io.fieldstick.userdata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What the header of an Outlook data file says of it ([MS-PST] 2.2.2.6 HEADER and 2.2.2.5 ROOT).
 *
 * @param content which program's content it is
 * @param format how it is laid out, which also limits its size
 * @param declaredSize the file's size as the header has it ({@code ibFileEof})
 */
record PstHeader(Content content, Format format, long declaredSize) {
    /** Enough of the file to read a header of any format. */
    static final int LENGTH = 564;

    private static final int MAGIC = 0x4E444221; // "!BDN"
    private static final int CONTENT_AT = 8; // wMagicClient
    private static final int VERSION_AT = 10; // wVer
    private static final int ANSI_SIZE_AT = 168;
    private static final int UNICODE_SIZE_AT = 184;

    /** The two letters of wMagicClient; OST's and the address book's by libpff's format description. */
    enum Content {
        PST(0x4D53),
        OST(0x4F53),
        ADDRESS_BOOK(0x4241),
        UNKNOWN(0);

        private final int letters;

        Content(int letters) {
            this.letters = letters;
        }

        private static Content of(int letters) {
            for (Content content : values()) {
                if (content.letters == letters) {
                    return content;
                }
            }
            return UNKNOWN;
        }
    }

    /** What wVer says. */
    enum Format {
        /** Outlook 97 to 2002: at most 2 GB. */
        ANSI,
        /** Outlook 2003 and later. */
        UNICODE,
        /** Unicode with 4096-byte pages: Outlook 2013 and later, for OST. */
        UNICODE_4K,
        /** Written by a recovery tool (21). */
        RECOVERED,
        UNKNOWN;

        private static Format of(int version) {
            return switch (version) {
                case 14, 15 -> ANSI;
                case 21 -> RECOVERED;
                case 23 -> UNICODE;
                case 36 -> UNICODE_4K;
                default -> UNKNOWN;
            };
        }
    }

    /** The header in the first bytes of a file; empty where they are none, or fewer than a header has. */
    static Optional<PstHeader> in(byte[] start) {
        if (start.length < UNICODE_SIZE_AT + Long.BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt(0) != MAGIC) {
            return Optional.empty();
        }
        Format format = Format.of(Short.toUnsignedInt(bytes.getShort(VERSION_AT)));
        long size = format == Format.ANSI
                ? Integer.toUnsignedLong(bytes.getInt(ANSI_SIZE_AT))
                : bytes.getLong(UNICODE_SIZE_AT);
        return Optional.of(new PstHeader(Content.of(Short.toUnsignedInt(bytes.getShort(CONTENT_AT))), format, size));
    }
}
