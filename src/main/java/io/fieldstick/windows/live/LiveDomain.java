package io.fieldstick.windows.live;

import io.fieldstick.windows.Domain;
import io.fieldstick.windows.DomainAccount;
import io.fieldstick.windows.Tried;
import java.util.Arrays;
import java.util.Optional;

/** The domain of the running Windows. */
final class LiveDomain implements Domain {
    /** NETSETUP_ACCT_CREATE of lmjoin.h: the account in the domain is renamed, too. */
    private static final int RENAME_ACCOUNT = 2;

    private Optional<DomainAccount> account = Optional.empty();

    @Override
    public Optional<String> account() {
        return account.map(DomainAccount::name);
    }

    @Override
    public void use(DomainAccount given) {
        account = Optional.of(given);
    }

    @Override
    public void rename(String name) {
        Refusal.check(
                Tried.renameInDomain(name),
                account.map(who -> rename(name, who)).orElseGet(() -> ownRename(name)));
    }

    private static int ownRename(String name) {
        return DomainMembers.NetRenameMachineInDomain(null, Wide.of(name), null, null, RENAME_ACCOUNT);
    }

    private static int rename(String name, DomainAccount who) {
        char[] password = who.password();
        char[] wide = Arrays.copyOf(password, password.length + 1);
        try {
            return DomainMembers.NetRenameMachineInDomain(
                    null, Wide.of(name), Wide.of(who.name()), wide, RENAME_ACCOUNT);
        } finally {
            Arrays.fill(password, '\0');
            Arrays.fill(wide, '\0');
        }
    }
}
