package org.daylight.evaluation;

import java.util.List;

/**
 * An assessment together with the data that rules saw.
 *
 * @param assessment the same as without observing
 * @param beforeFirings the data before each firing, in the order of the trace
 * @param stepEnds the data at the end of the first step and, where a question was asked, of the second
 */
public record ObservedAssessment(
        Assessment assessment, List<WorkingMemorySnapshot> beforeFirings, List<StepEnd> stepEnds) {
    public ObservedAssessment {
        beforeFirings = List.copyOf(beforeFirings);
        stepEnds = List.copyOf(stepEnds);
    }

    /**
     * The end of a step.
     *
     * @param snapshot all data there was
     * @param firings how many there had been since the beginning
     */
    public record StepEnd(WorkingMemorySnapshot snapshot, int firings) {}

    /** All data there was at the end. */
    public WorkingMemorySnapshot last() {
        return stepEnds.get(stepEnds.size() - 1).snapshot();
    }
}
