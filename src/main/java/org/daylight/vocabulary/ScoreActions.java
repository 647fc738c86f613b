package org.daylight.vocabulary;

/** The verbs of scoring rules, called in DRL on the global {@code score}. */
public interface ScoreActions {
    /** Adds points, which may be negative, to the ledger. */
    void add(long points);

    /** Adds whatever brings the ledger's running total to exactly these points. */
    void set(long points);
}
