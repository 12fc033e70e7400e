package io.fieldstick.e2e;

import io.fieldstick.windows.offline.hive.HiveBuilder;
import io.fieldstick.windows.offline.hive.HiveBuilder.KeySpec;
import io.fieldstick.windows.offline.hive.Hivex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Real registry files of a Windows under Wine, which keeps its own registry as text: written by hivexregedit. */
final class Regf {
    private final Path hive;

    /** An empty hive at {@code hive}. */
    Regf(Path hive) {
        this.hive = hive;
        try {
            Files.createDirectories(hive.getParent());
            Files.write(hive, new HiveBuilder(KeySpec.of("root")).build());
        } catch (IOException e) {
            throw new AssertionError("could not write " + hive, e);
        }
    }

    /** Merges text in regedit's form: keys below {@code [X\...]}. */
    Regf with(String text) {
        Hivex.merge(hive, text);
        try {
            Files.delete(hive.resolveSibling(hive.getFileName() + ".reg"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** Merges what the running Windows has at {@code key} and below, as {@code at} of the hive. */
    Regf copying(WinePrefix windows, String key, String at) {
        String exported = windows.exportRegistry(key);
        if (exported.isEmpty()) {
            throw new AssertionError("there is no key " + key);
        }
        String body = exported.substring(exported.indexOf('['));
        return with(Pattern.compile("^\\[" + Pattern.quote(key), Pattern.MULTILINE | Pattern.CASE_INSENSITIVE)
                .matcher(body)
                .replaceAll("[X\\\\" + at.replace("\\", "\\\\")));
    }
}
