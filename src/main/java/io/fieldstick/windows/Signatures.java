package io.fieldstick.windows;

/** The Authenticode signatures of files. */
public interface Signatures {

    /** The signature of the file at {@code path}; absent where it has none, or is of a kind that cannot have one. */
    Reading<Signature> of(String path);

    /**
     * A signature as Windows judges it, without asking the network.
     *
     * @param signer whom the certificate names, as {@code Eclipse.org Foundation, Inc.}; empty where it could not be read
     * @param code what WinVerifyTrust answered: 0 where the file is as it was signed and Windows trusts the signer
     */
    record Signature(String signer, int code) {
        /** TRUST_E_BAD_DIGEST (winerror.h): the file is not as it was signed. */
        private static final int BAD_DIGEST = 0x80096010;

        /** CERT_E_UNTRUSTEDROOT: this Windows does not know who vouches for the signer, as WinPE knows hardly anybody. */
        private static final int UNTRUSTED_ROOT = 0x800B0109;

        public boolean isTrusted() {
            return code == 0;
        }

        public boolean isBroken() {
            return code == BAD_DIGEST;
        }

        /** Whether Windows could not tell: neither good nor bad. */
        public boolean isUndecided() {
            return code == UNTRUSTED_ROOT;
        }
    }
}
