package org.daylight.evaluation;

/**
 * Assesses as often as one answer needs it, and comes to an end: together the assessments take the steps that twenty may take.
 * What is tried for a refusal of somebody not scored is among them.
 */
public final class AssessmentSeries {
    private static final int ASSESSMENTS = 20;

    private final long each;
    private long left;

    public AssessmentSeries(Inquiry inquiry) {
        this.each = inquiry.rules().budget().steps();
        this.left = ASSESSMENTS * each;
    }

    /** Whether no further assessment should be asked for. */
    public boolean isSpent() {
        return left <= 0;
    }

    /**
     * Assesses, also when the steps are spent.
     *
     * @throws EvaluationFailedException when a rule throws or does not end
     */
    public Assessment assess(Inquiry inquiry) {
        try {
            Evaluation.Measured measured = Evaluation.measure(inquiry);
            left -= measured.steps();
            return measured.assessment();
        } catch (EvaluationFailedException failed) {
            left -= each;
            throw failed;
        }
    }
}
