package io.fieldstick.windows;

import java.util.Arrays;

/** An account of a domain and its password, which is only in memory: it has no text form and is in no message. */
public final class DomainAccount {
    private final String name;
    private final char[] password;

    /** {@code password} is copied; the caller wipes its own. */
    public DomainAccount(String name, char[] password) {
        this.name = name;
        this.password = Arrays.copyOf(password, password.length);
    }

    /** As {@code DOMAIN\name} or {@code name@domain}. */
    public String name() {
        return name;
    }

    /** A copy, which the caller wipes. */
    public char[] password() {
        return Arrays.copyOf(password, password.length);
    }

    @Override
    public String toString() {
        return name;
    }
}
