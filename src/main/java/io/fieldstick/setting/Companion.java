package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.software.ProgramRule;
import io.fieldstick.windows.Reading;
import java.util.Map;
import java.util.Optional;

/**
 * A rule holds only where the program of another rule is there, or only where it is not.
 *
 * @param rule the other rule; for whom it applies itself does not matter here
 * @param foreseen whether its program is there when it comes to the first rule; empty where that is as it is now
 */
record Companion(ProgramRule rule, boolean wanted, Optional<Boolean> foreseen) {

    /** Whether it is as the first rule wants it. */
    Reading<Boolean> holdsFor(ProgramFinding finding) {
        return foreseen.map(Reading::of).orElseGet(finding::isThere).map(there -> there == wanted);
    }

    /** This one where the programs {@code changed} are there, or not, by then. */
    Companion after(Map<String, Boolean> changed) {
        return new Companion(rule, wanted, Optional.ofNullable(changed.get(rule.name())));
    }

    Message title() {
        return Message.of(wanted ? "software.when.installed" : "software.when.not-installed", rule.name());
    }
}
