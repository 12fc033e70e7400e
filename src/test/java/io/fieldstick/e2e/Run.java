package io.fieldstick.e2e;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What a program left when it ended. */
public final class Run {
    private final int exitCode;
    private final byte[] outBytes;
    private final byte[] errBytes;

    Run(int exitCode, byte[] outBytes, byte[] errBytes) {
        this.exitCode = exitCode;
        this.outBytes = outBytes.clone();
        this.errBytes = errBytes.clone();
    }

    /** Whole when a {@link Stick} was run; the low byte only when any other program was. */
    public int exitCode() {
        return exitCode;
    }

    /** Standard output as it was written. */
    public byte[] outBytes() {
        return outBytes.clone();
    }

    /** Standard error as it was written. */
    public byte[] errBytes() {
        return errBytes.clone();
    }

    /** Standard output, which must be UTF-8. */
    public String out() {
        return strictly(outBytes, StandardCharsets.UTF_8);
    }

    /** Standard error, which must be UTF-8. */
    public String err() {
        return strictly(errBytes, StandardCharsets.UTF_8);
    }

    /** Standard output of a Windows tool, which writes in the ANSI code page 936. */
    public String outOfTool() {
        return strictly(outBytes, Charset.forName("GBK"));
    }

    private static String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            String shown = new String(bytes, StandardCharsets.ISO_8859_1);
            throw new AssertionError("not " + charset + ": " + shown, e);
        }
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + "\n--- out\n" + new String(outBytes, StandardCharsets.UTF_8) + "\n--- err\n"
                + new String(errBytes, StandardCharsets.UTF_8);
    }
}
