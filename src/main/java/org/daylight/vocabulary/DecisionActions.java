package org.daylight.vocabulary;

/** The verbs of eligibility rules, called in DRL on the global {@code decision}. */
public interface DecisionActions {
    /** Speaks for granting the service. */
    void grant();

    /** Speaks for refusing the service; weighs more than any grant. */
    void refuse();

    /** Asks that a person decide; weighs more than any refusal. */
    void refer();

    /** Sets a condition of the grant, such as a loan ceiling. The value is text, a whole number, a truth value or a date. */
    void term(String name, Object value);
}
