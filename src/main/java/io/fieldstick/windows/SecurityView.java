package io.fieldstick.windows;

import java.util.SortedSet;

/**
 * The local security policy in force, for reading; everything is named as it is in every language: accounts by SID, events
 * by GUID, rights by constant.
 */
public interface SecurityView {

    /** A Windows that is not running cannot be asked. */
    SecurityView NONE = new SecurityView() {
        @Override
        public Reading<PasswordPolicy> passwords() {
            return Reading.absent();
        }

        @Override
        public Reading<LockoutPolicy> lockout() {
            return Reading.absent();
        }

        @Override
        public Reading<AuditChoice> audit(String subcategory) {
            return Reading.absent();
        }

        @Override
        public Reading<SortedSet<String>> holders(String right) {
            return Reading.absent();
        }
    };

    Reading<PasswordPolicy> passwords();

    Reading<LockoutPolicy> lockout();

    /** What is logged of the audit subcategory with this GUID, which has no braces. */
    Reading<AuditChoice> audit(String subcategory);

    /** The SIDs of the accounts that have {@code right}; none is an empty set. */
    Reading<SortedSet<String>> holders(String right);
}
