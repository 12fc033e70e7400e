package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.software.ProgramRule;
import io.fieldstick.windows.Reading;

/**
 * A rule holds only where the program of another rule is there, or only where it is not.
 *
 * @param rule the other rule; for whom it applies itself does not matter here
 */
record Companion(ProgramRule rule, boolean wanted) {

    /** Whether it is as the first rule wants it. */
    Reading<Boolean> holdsFor(ProgramFinding finding) {
        return finding.isThere().map(there -> there == wanted);
    }

    Message title() {
        return Message.of(wanted ? "software.when.installed" : "software.when.not-installed", rule.name());
    }
}
