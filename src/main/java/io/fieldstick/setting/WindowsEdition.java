package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.software.NamePattern;
import io.fieldstick.windows.DisplayText;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/**
 * Windows is one of these editions.
 *
 * @param editions as the registry names them: {@code Professional}, {@code Enterprise}, {@code Core} ...
 */
record WindowsEdition(List<String> editions) implements Setting<Reading<String>> {
    /** EditionID; ProductName beside it says "Windows 10" on Windows 11 too (MS docs: "CurrentVersion"). */
    private static final RegistryKey CURRENT_VERSION =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion");

    private static final String EDITION = "EditionID";

    WindowsEdition {
        editions = List.copyOf(editions);
    }

    @Override
    public String name() {
        return WindowsItself.SECTION + "/edition";
    }

    @Override
    public Message title() {
        return Message.of("system.edition");
    }

    @Override
    public Message desired() {
        return Message.of("system.edition.is", String.join(" | ", editions));
    }

    /** The edition of {@code windows}, as the registry names it. */
    static Reading<String> of(WindowsView windows) {
        return windows.registry().value(CURRENT_VERSION, EDITION).map(value -> DisplayText.clean(value.text()));
    }

    @Override
    public Reading<String> read(WindowsView windows) {
        return of(windows);
    }

    @Override
    public Judgement judge(Reading<String> actual) {
        if (!(actual instanceof Reading.Present<String> edition)) {
            return Judgements.unknown(actual, Tried.readValue(CURRENT_VERSION, EDITION));
        }
        boolean wanted = editions.stream()
                .anyMatch(name -> NamePattern.of(name).matches(edition.value()) == NamePattern.Answer.YES);
        return Judgement.of(
                Message.of("system.edition.is", edition.value()),
                List.of(new Evidence(CURRENT_VERSION + "!" + EDITION, edition.value())),
                wanted ? new Verdict.AsDesired() : new Verdict.ByHand(Message.of("system.edition.change")));
    }
}
