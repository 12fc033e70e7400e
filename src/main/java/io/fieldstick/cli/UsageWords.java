package io.fieldstick.cli;

import io.fieldstick.message.Language;
import io.fieldstick.message.Messages;
import io.fieldstick.message.ProgramResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** The words of the usage pages, in the form that picocli asks for. */
final class UsageWords {
    private UsageWords() {}

    static ResourceBundle in(Language language) {
        String file = "cli_" + language.code() + ".properties";
        try (InputStream in = ProgramResource.open(Messages.class, file)) {
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
