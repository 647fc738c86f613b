package org.daylight.rulebase.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Types of Java that rules may name without an import, unless their scheme declares a type of that name itself. */
public final class JavaTypes {
    private static final List<String> NAMES = List.of(
            "java.math.RoundingMode",
            "java.time.DayOfWeek",
            "java.time.Duration",
            "java.time.Month",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.temporal.TemporalAdjusters");

    private JavaTypes() {}

    /** The full names of those that no file of a scheme declares or imports itself. */
    public static List<String> of(List<SourceFile> files) {
        Set<String> taken = files.stream()
                .flatMap(file -> file.names())
                .map(JavaTypes::simple)
                .collect(Collectors.toSet());
        return NAMES.stream().filter(name -> !taken.contains(simple(name))).toList();
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
