package org.daylight.evaluation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A service's question.
 *
 * @param service id of a service in the manifest
 * @param attributes the fields of the service's request type, as in {@link org.daylight.scheme.Statement#data}
 */
public record Question(String service, SortedMap<String, @Nullable Object> attributes) {
    public Question {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    public static Question of(String service, Map<String, ?> attributes) {
        return new Question(service, new TreeMap<>(attributes));
    }
}
