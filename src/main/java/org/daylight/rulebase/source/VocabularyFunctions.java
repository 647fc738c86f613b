package org.daylight.rulebase.source;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daylight.vocabulary.Numbers;
import org.daylight.vocabulary.Periods;

/** The functions of the vocabulary that conditions call. */
public final class VocabularyFunctions {
    private static final Map<String, Class<?>> TYPES = Map.of("Numbers", Numbers.class, "Periods", Periods.class);

    private VocabularyFunctions() {}

    /** The Java type of what a function gives; empty where there is none of the name, or some that give different ones. */
    public static Optional<String> result(String type, String function) {
        List<String> results = Optional.<Class<?>>ofNullable(TYPES.get(type)).map(Class::getMethods).stream()
                .flatMap(Arrays::stream)
                .filter(method -> method.getName().equals(function))
                .map(Method::getReturnType)
                .map(Class::getName)
                .distinct()
                .toList();
        return results.size() == 1 ? Optional.of(results.get(0)) : Optional.empty();
    }
}
