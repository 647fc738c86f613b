package org.daylight.benchmark;

import org.daylight.vocabulary.DecisionActions;
import org.daylight.vocabulary.ScoreActions;

/** The verbs as somebody would write them who wants an answer and no account of it. */
final class PlainVerbs implements ScoreActions, DecisionActions {
    private final long start;
    private long points;
    private boolean granted;
    private boolean refused;
    private boolean referred;

    PlainVerbs(long start) {
        this.start = start;
    }

    @Override
    public void add(long added) {
        points += added;
    }

    @Override
    public void set(long wanted) {
        points = wanted - start;
    }

    @Override
    public void grant() {
        granted = true;
    }

    @Override
    public void refuse() {
        refused = true;
    }

    @Override
    public void refer() {
        referred = true;
    }

    @Override
    public void term(String name, Object value) {
        // Terms are no part of what the two sides are compared by.
    }

    long total() {
        return start + points;
    }

    String outcome() {
        if (referred) {
            return "REFERRED";
        }
        if (refused) {
            return "REFUSED";
        }
        return granted ? "GRANTED" : "UNDECIDED";
    }
}
