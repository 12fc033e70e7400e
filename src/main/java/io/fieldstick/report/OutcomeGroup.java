package io.fieldstick.report;

import io.fieldstick.provision.Outcome;
import io.fieldstick.provision.Outcome.Status;
import java.util.List;

/** The settings of one status, for a page that begins with those that somebody must act on. */
record OutcomeGroup(Status status, List<Outcome> outcomes) {
    static final List<Status> ORDER = List.of(
            Status.FAILED,
            Status.DIFFERS,
            Status.BY_HAND,
            Status.UNKNOWN,
            Status.WOULD_CHANGE,
            Status.CHANGED,
            Status.WAIVED,
            Status.AS_DESIRED,
            Status.NOT_APPLICABLE);

    /** The groups that are not empty; inside of one the order is that of the profile. */
    static List<OutcomeGroup> of(List<Outcome> outcomes) {
        return ORDER.stream()
                .map(status -> new OutcomeGroup(
                        status,
                        outcomes.stream()
                                .filter(outcome -> outcome.status() == status)
                                .toList()))
                .filter(group -> !group.outcomes().isEmpty())
                .toList();
    }

    Glance.Tone tone() {
        return tone(status);
    }

    static Glance.Tone tone(Status status) {
        return switch (status) {
            case FAILED, DIFFERS -> Glance.Tone.STOP;
            case BY_HAND, UNKNOWN, WOULD_CHANGE, WAIVED -> Glance.Tone.ATTENTION;
            case CHANGED, AS_DESIRED -> Glance.Tone.WELL;
            case NOT_APPLICABLE -> Glance.Tone.PLAIN;
        };
    }
}
