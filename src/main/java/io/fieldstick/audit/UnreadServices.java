package io.fieldstick.audit;

import io.fieldstick.audit.Finding.Severity;
import io.fieldstick.message.Message;
import io.fieldstick.windows.RegisteredServices;
import java.util.List;

/** What the audit says of services whose entry in the registry could not be read: they are missing in its list. */
public final class UnreadServices {
    private UnreadServices() {}

    /** A finding for each. */
    public static List<Finding> of(RegisteredServices services) {
        return services.unread().stream()
                .map(one -> new Finding(
                        Severity.INCOMPLETE,
                        "services/not-read",
                        one.key().toString(),
                        Message.of(
                                "audit.not-read", one.why().tried(), one.why().said()),
                        List.of(),
                        List.of(Message.of("audit.services-not-read.advice"))))
                .toList();
    }
}
