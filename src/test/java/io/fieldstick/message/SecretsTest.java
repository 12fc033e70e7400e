package io.fieldstick.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource({
        "http://zhang:S3cret@proxy:8080, http://zhang:******@proxy:8080",
        "server: zhang:S3cret@proxy:8080, server: zhang:******@proxy:8080",
        "http=zhang:S3@proxy:80 x, http=zhang:**@proxy:80 x",
        "http://zhang:S/3:c@proxy:80 x, http://zhang:*****@proxy:80 x",
        "zhang:S/3@proxy:80, zhang:***@proxy:80",
        "http://zhang:P@ssw0rd@proxy:80, http://zhang:********@proxy:80",
        "zhang:P@ss@w0rd@proxy:80, zhang:*********@proxy:80",
        "http://zhang:P@ss@proxy/x@y, http://zhang:****@proxy/x@y",
        "http://:S3cret@proxy, http://:******@proxy",
        "--password=S3cret, --password=******",
        "unknown argument: ADMIN_PASSWORD=a b, unknown argument: ADMIN_PASSWORD=* b",
        "set 密码=一二, set 密码=**",
        "/qn PIDKEY=ABCDE-12345 X=1, /qn PIDKEY=*********** X=1",
        "/s /v\"/qn SERIALNUMBER=123 A=b\", /s /v\"/qn SERIALNUMBER=*** A=b\"",
        "/p geheim /S, /p ****** /S",
        "--p4 -p geheim, --p4 -p ******",
        "-pw geheim, -pw ******",
        "/password:geheim, /password:******",
        "--admin-token geheim, --admin-token ******",
        "arguments: \"/p geheim\", arguments: \"/p ******\"",
        "/P=geheim, /P=******",
        "/p\"ge heim\" /s, /p\"*******\" /s",
        "PASSWORD=\"ge heim\" A=b, PASSWORD=\"*******\" A=b",
        "/s /v\"/qn PASSWORD=\"\"ge heim\"\" A=b\", /s /v\"/qn PASSWORD=\"\"*******\"\" A=b\"",
        "/password \"ge heim\" /s, /password \"*******\" /s",
        "/password:\"ge heim\", /password:\"*******\"",
        "CDKEY=ABC-1 X=1, CDKEY=***** X=1",
        "/activationcode:ABC, /activationcode:***"
    })
    void aSecretIsHidden(String text, String shown) {
        assertThat(Secrets.hidden(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Users\\a\\zhang@x.cn",
                "https://oa.house.test:443/a?b=c",
                "mailto:zhang@x.cn",
                "2026-11-24T04:00:00Z a@b",
                "the password has 8 characters = enough",
                "dept=IT",
                "/passive /p C:\\house\\setup.ini",
                "-p \\\\server\\share /S",
                "-p %TEMP%",
                "/p \"C:\\Program Files\\house.ini\" /S",
                "/S /quiet /norestart",
                "C:/p geheim",
                "a-p geheim",
                "the passwords: - p - q",
                "--profile p.yaml --password",
                ""
            })
    void nothingElseIs(String text) {
        assertThat(Secrets.hidden(text)).isEqualTo(text);
    }

    /** A profile or a value of the registry may be one word of a megabyte; a search that begins anew at each letter takes hours. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "password", "serial", "a:", "-p ", "--token-", "//a:", "//a:@", "a:@", "a:1@", "x="})
    void aTextOfAMegabyteIsSearchedInNoTime(String piece) {
        String text = piece.repeat((1 << 20) / piece.length()) + " -";
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThat(Secrets.hidden(text)).hasSameSizeAs(text));
    }
}
