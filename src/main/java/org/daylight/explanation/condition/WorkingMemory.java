package org.daylight.explanation.condition;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.daylight.evaluation.WorkingMemorySnapshot;

/** The data of one assessment, by type and by name. */
public final class WorkingMemory {
    private final List<Object> all;
    private final IdentityHashMap<Object, String> ids = new IdentityHashMap<>();
    private final Map<Class<?>, List<Object>> byType = new HashMap<>();

    public WorkingMemory(WorkingMemorySnapshot snapshot) {
        this.all =
                snapshot.data().stream().map(WorkingMemorySnapshot.Seen::object).toList();
        snapshot.data().forEach(seen -> ids.put(seen.object(), seen.id()));
    }

    /** In the order in which they came in. */
    public List<Object> ofType(Class<?> type) {
        List<Object> known = byType.get(type);
        if (known == null) {
            known = all.stream().filter(type::isInstance).toList();
            byType.put(type, known);
        }
        return known;
    }

    /** Empty for what is no datum, such as the result of an accumulation. */
    public String id(Object object) {
        return ids.getOrDefault(object, "");
    }
}
