package io.fieldstick.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFuzzTest {
    private static final long SEED = 20261124;
    private static final int ROUNDS = 1000;
    private static final String PROFILE = """
            # 注释
            name: "首都机场"
            description: >
              folded
              text
            values-from: site.yaml
            auto-play: disabled
            host-name:
              pattern: "BCIA-{dept}-{user}"
              departments: {财务部: CW, 信息部: XX}
              length: 15
            proxy:
              server: '{proxy-server}'
              bypass: "{proxy-bypass}"
            software:
              silent: true
              required:
                - {name: 'WinRAR 3.8', version: ">=3.80 <4"}
                - name: 暴风影音
            """;
    private static final String SITE = "proxy-server: 10.1.1.1:80\nproxy-bypass: ['*.bcia.cn', <local>]\n";
    private static final List<String> TOKENS = List.of(
            "&a ",
            "*a",
            "!!binary ",
            "!x ",
            "? ",
            ": ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "|",
            ">",
            "\"",
            "'",
            "#",
            "%YAML 1.1\n",
            "---\n",
            "...\n",
            "\t",
            "\r",
            "\n",
            "<<: ",
            "{name}",
            "\u0000",
            "\uFEFF",
            "\u2028",
            "\u202E",
            "\\x",
            "~",
            "null",
            "\uD83D\uDE00",
            "999999999999999999999",
            "-0",
            "@",
            "`");

    @TempDir
    private Path folder;

    @Test
    void whateverIsDoneToAProfileReadingItEndsInAProfileOrInProblems() throws IOException {
        Random random = new Random(SEED);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] profile = mutated(PROFILE, random);
            Files.write(folder.resolve("site.yaml"), mutated(SITE, random));
            Path file = Files.write(folder.resolve("p.yaml"), profile);
            accepted += isAccepted(file, round) ? 1 : 0;
        }
        assertThat(accepted).as("mutations that did no harm").isBetween(1, ROUNDS - 1);
    }

    private static boolean isAccepted(Path file, int round) {
        ProfileReading reading = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> new ProfileReader(House.SECTIONS).read(file, Map.of(), section -> true),
                "round " + round);
        if (reading instanceof ProfileReading.Refused refused) {
            String shown = new ProblemRenderer(Messages.in(Language.CHINESE)).errors(refused.problems());
            assertThat(shown).as("round %d", round).isNotBlank().doesNotContain("\u202E", "\u0000", "\t");
            assertThat(refused.problems()).hasSizeLessThanOrEqualTo(100);
        }
        return reading instanceof ProfileReading.Accepted;
    }

    private static byte[] mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int times = random.nextInt(4); times > 0; times--) {
            mutate(mutated, random);
        }
        byte[] bytes = mutated.toString().getBytes(charset(random));
        for (int times = random.nextInt(8) - 5; times > 0 && bytes.length > 0; times--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static Charset charset(Random random) {
        int which = random.nextInt(10);
        return which == 0 ? Charset.forName("GBK") : which == 1 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(40));
        switch (random.nextInt(4)) {
            case 0 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
            case 1 -> text.delete(at, to);
            case 2 -> text.insert(at, text.substring(at, to).repeat(random.nextInt(20)));
            default -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())).repeat(random.nextInt(2000)));
        }
    }
}
