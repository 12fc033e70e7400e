package io.fieldstick.windows;

/** The local security policy of the running Windows; a refusal is a {@link WindowsException} and has changed nothing. */
public interface Security extends SecurityView {

    void setPasswords(PasswordPolicy policy);

    void setLockout(LockoutPolicy policy);

    void setAudit(String subcategory, AuditChoice choice);

    /** Gives {@code right} to the account {@code sid}; the others keep it. */
    void grant(String right, String sid);

    /** Takes {@code right} from the account {@code sid}; the others keep it. */
    void revoke(String right, String sid);
}
