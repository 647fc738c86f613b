package org.daylight.explanation.condition;

/** Thrown when a rule's conditions cannot be walked within what an explanation may cost. */
public final class SearchLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;

    SearchLimitException(String rule) {
        super("`" + rule + "` has too many ways through its conditions");
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }
}
