package org.daylight.evaluation;

import java.util.List;

/**
 * The data that rules saw at a moment of an assessment.
 *
 * @param data in the order it was inserted
 */
public record WorkingMemorySnapshot(List<Item> data) {
    public WorkingMemorySnapshot {
        data = List.copyOf(data);
    }

    /**
     * One datum.
     *
     * @param id as in {@link Datum#id}
     * @param object an instance of a vocabulary or declared type, as it is after the assessment; not for changing
     */
    public record Item(String id, Object object) {}
}
