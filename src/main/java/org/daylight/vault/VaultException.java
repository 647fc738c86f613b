package org.daylight.vault;

/** The vault cannot be opened, or its master key is not the one any more; says what would help, and nothing of what is sealed. */
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VaultException(String message) {
        super(message);
    }

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
