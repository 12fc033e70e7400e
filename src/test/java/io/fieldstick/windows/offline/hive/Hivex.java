package io.fieldstick.windows.offline.hive;

import io.fieldstick.windows.RegistryValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Another program's reader and writer of hives (Debian: libwin-hivex-perl), to compare with. */
public final class Hivex {
    private Hivex() {}

    /** Merges {@code reg}, in the format of regedit 5 with keys below {@code [X]}, into {@code hive}. */
    public static void merge(Path hive, String reg) {
        Path file = hive.resolveSibling(hive.getFileName() + ".reg");
        try {
            Files.writeString(file, "Windows Registry Editor Version 5.00\n\n" + withParents(reg));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        run("hivexregedit", "--merge", "--prefix", "X", hive.toString(), file.toString());
    }

    /** It makes no keys above the ones that it is given, and wants an empty line before each. */
    private static String withParents(String reg) {
        StringBuilder whole = new StringBuilder();
        Set<String> made = new HashSet<>(Set.of("X"));
        for (String line : reg.lines().toList()) {
            if (line.startsWith("[X\\")) {
                String path = line.substring(1, line.lastIndexOf(']'));
                for (int cut = path.indexOf('\\', 2); cut > 0; cut = path.indexOf('\\', cut + 1)) {
                    String parent = path.substring(0, cut);
                    if (made.add(parent.toLowerCase(Locale.ROOT))) {
                        whole.append("\n[").append(parent).append("]\n");
                    }
                }
                made.add(path.toLowerCase(Locale.ROOT));
                whole.append('\n');
            }
            whole.append(line).append('\n');
        }
        return whole.toString();
    }

    /** Everything in {@code hive}, in the format of regedit. */
    public static String export(Path hive) {
        return run("hivexregedit", "--export", hive.toString(), "\\");
    }

    private static String run(String... command) {
        try {
            Path error = Files.createTempFile("hivex", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(error.toFile());
            builder.environment().put("PERL_UNICODE", "OD");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            String said = Files.readString(error);
            Files.delete(error);
            if (exit != 0) {
                throw new AssertionError(String.join(" ", List.of(command)) + ": exit " + exit + ": " + said);
            }
            return output;
        } catch (IOException e) {
            throw new AssertionError("hivexregedit cannot run; install libwin-hivex-perl", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Everything in {@code hive} in the form of {@link #export(Path)}. */
    public static String exportOf(Hive hive) {
        StringBuilder text = new StringBuilder("Windows Registry Editor Version 5.00\n\n");
        export(hive.root(), "", text);
        return text.toString();
    }

    private static void export(HiveKey key, String path, StringBuilder text) {
        text.append('[').append(path.isEmpty() ? "\\" : path).append("]\n");
        for (HiveValue value : sorted(key.values().items(), HiveValue::name)) {
            String name = value.name().isEmpty() ? "@" : '"' + escaped(value.name()) + '"';
            text.append(name)
                    .append('=')
                    .append(value.read().map(Hivex::content).orElse("UNREADABLE"))
                    .append('\n');
        }
        text.append('\n');
        sorted(key.subkeys().items(), HiveKey::name).forEach(child -> export(child, path + "\\" + child.name(), text));
    }

    private static <T> List<T> sorted(List<T> items, Function<T, String> name) {
        return items.stream().sorted(Comparator.comparing(name)).toList();
    }

    private static String content(RegistryValue value) {
        if (value.type() == 4 && value.number().isPresent()) {
            return String.format("dword:%08x", value.number().getAsInt());
        }
        StringBuilder hex = new StringBuilder("hex(" + Integer.toHexString(value.type()) + "):");
        byte[] bytes = value.bytes();
        for (int i = 0; i < bytes.length; i++) {
            hex.append(i == 0 ? "" : ",").append(String.format("%02x", bytes[i]));
        }
        return hex.toString();
    }

    private static String escaped(String name) {
        return name.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
