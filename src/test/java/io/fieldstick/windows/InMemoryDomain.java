package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The domain that {@link InMemoryWindows} is a member of: one account may rename computers there. */
final class InMemoryDomain implements Domain {
    private static final int LOGON_FAILURE = 1326;
    /** NERR_SetupNotJoined of lmerr.h. */
    private static final int NOT_JOINED = 2692;

    private final BiConsumer<String, Message> renaming;
    private Optional<DomainAccount> used = Optional.empty();
    private String allowed = "";
    private String password = "";

    InMemoryDomain(BiConsumer<String, Message> renaming) {
        this.renaming = renaming;
    }

    void allow(String account, String withPassword) {
        allowed = account;
        password = withPassword;
    }

    @Override
    public Optional<String> account() {
        return used.map(DomainAccount::name);
    }

    @Override
    public void use(DomainAccount account) {
        used = Optional.of(account);
    }

    @Override
    public void rename(String name) {
        Message tried = Tried.renameInDomain(name);
        if (allowed.isEmpty()) {
            throw new WindowsException(WindowsErrors.error(tried, NOT_JOINED));
        }
        boolean known = used.filter(account ->
                        account.name().equalsIgnoreCase(allowed) && new String(account.password()).equals(password))
                .isPresent();
        if (!known) {
            throw new WindowsException(WindowsErrors.error(tried, LOGON_FAILURE));
        }
        renaming.accept(name, tried);
    }
}
