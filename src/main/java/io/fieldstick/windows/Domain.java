package io.fieldstick.windows;

import java.util.Optional;

/** The domain that this computer is a member of, asked in the name of an account that may change it. */
public interface Domain {
    /** The account that is used, once one was given. */
    Optional<String> account();

    /** Uses {@code account} from now on; it is kept in memory, until the program ends. */
    void use(DomainAccount account);

    /**
     * Renames the computer and its account in the domain (NetRenameMachineInDomain, lmjoin.h), in force after a restart; a
     * refusal is a {@link WindowsException}. Without an account given, Windows is asked in the name of this process's own.
     */
    void rename(String name);
}
