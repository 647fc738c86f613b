package org.daylight.vault;

/** The vault cannot be opened, or its master key was changed. The message says what would help, and tells no sealed value. */
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VaultException(String message) {
        super(message);
    }

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
