package io.fieldstick.setting.software;

import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The SHA-256 of program files in hexadecimal, each read once however many rules ask for it. */
public final class FileHashes {
    /** No program is larger; a file that is pretends to be one. */
    private static final long MOST_HASHED = 1L << 30;

    private static final int CHUNK = 1 << 20;

    private final Files files;
    private final long most;
    private final Map<String, Reading<String>> known = new HashMap<>();

    public FileHashes(Files files) {
        this(files, MOST_HASHED);
    }

    /** Of files up to {@code most} bytes. */
    FileHashes(Files files, long most) {
        this.files = files;
        this.most = most;
    }

    /** Of the file at {@code path}; absent where there is none, or none that a program could be. */
    public synchronized Reading<String> of(String path) {
        return known.computeIfAbsent(path, this::hash);
    }

    private Reading<String> hash(String path) {
        MessageDigest digest = newDigest();
        long at = 0;
        while (at < most) {
            Reading<byte[]> part = files.bytes(path, at, CHUNK);
            if (!(part instanceof Reading.Present<byte[]> present)) {
                return part.map(bytes -> "");
            }
            digest.update(present.value());
            at += present.value().length;
            if (present.value().length < CHUNK) {
                return Reading.of(HexFormat.of().formatHex(digest.digest()));
            }
        }
        return Reading.absent();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
