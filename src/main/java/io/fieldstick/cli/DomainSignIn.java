package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.setting.HostName;
import io.fieldstick.setting.Setting;
import io.fieldstick.windows.DomainAccount;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Windows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks a person for the account by which a member of a domain may be renamed; the password is never shown or kept. */
final class DomainSignIn {
    private DomainSignIn() {}

    /** Asks if one of {@code settings} needs it and a person is there; an empty answer leaves the name alone. */
    static void forSettings(Session session, Windows windows, List<Setting<?>> settings) {
        boolean needed = settings.stream()
                .anyMatch(setting -> setting instanceof HostName name && name.needsDomainAccount(windows));
        if (needed) {
            ask(session, windows);
        }
    }

    /** Asks where a person is there. */
    static void ask(Session session, Windows windows) {
        if (!session.mayAsk()) {
            return;
        }
        String domain =
                windows.machine().membership().map(Machine.Membership::name).orElse("");
        String account =
                session.ask(Message.of("cli.ask.domain-account", domain)).orElse("");
        Optional<char[]> password =
                account.isEmpty() ? Optional.empty() : session.askSecret(Message.of("cli.ask.password", account));
        password.ifPresent(secret -> {
            windows.domain().use(new DomainAccount(account, secret));
            Arrays.fill(secret, '\0');
        });
    }
}
