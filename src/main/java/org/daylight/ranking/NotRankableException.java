package org.daylight.ranking;

/** Thrown when an answer lacks what its service ranks by, or has it in another form than another answer: the scheme's mistake. */
public final class NotRankableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotRankableException(String message) {
        super(message);
    }
}
