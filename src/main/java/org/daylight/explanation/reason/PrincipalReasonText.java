package org.daylight.explanation.reason;

/** A principal reason as one plain sentence. */
final class PrincipalReasonText {
    private PrincipalReasonText() {}

    static String of(PrincipalReason reason) {
        String said = reason.reason() == null ? reason.rule() : reason.reason();
        String cited = reason.cites() == null ? "" : " (" + reason.cites() + ")";
        String points = reason.points() == 0 ? "" : String.format(", %+d points", reason.points());
        return said + cited + points + "; " + without(reason);
    }

    private static String without(PrincipalReason reason) {
        AblationResult without = reason.without();
        String left = reason.data().isEmpty() ? "without this rule" : "without this";
        if (without.unscored()) {
            return left + " there would be too few events for a standing";
        }
        String score = without.change() == null || without.change() == 0
                ? ""
                : "the score would be " + without.score() + " and ";
        return left + " " + score + "the outcome would " + (without.flips() ? "be " : "still be ") + without.outcome();
    }
}
