package org.daylight.rulebase.source;

import java.util.Set;
import org.daylight.scheme.Statement;

/** Names of types that mean something already, so that what a scheme declares must not be named, or made of, them. */
final class ReservedTypeNames {
    /** What rules call their data and arithmetic by, and a statement's retraction. */
    static final Set<String> VOCABULARY =
            words("Event Fact Request Parameter AsOf Standing Numbers Periods " + Statement.RETRACTION_TYPE);

    /** What the code that the engine generates, and Java itself, call by their simple names. */
    static final Set<String> ENGINE =
            words("D Rule Query Global Window Model String Object Math Integer Long Boolean Number Character Double"
                    + " Float Short Byte Enum Record System Override Class Comparable Iterable Runnable Exception"
                    + " RuntimeException Error Throwable Void Thread Process Module Package BigDecimal LocalDate Instant"
                    + " Period ChronoUnit Score Decision ScoreActions DecisionActions");

    /** What a rule's own type may keep beside what can be stated: nothing that would go on changing, or hide what it holds. */
    static final Set<String> OF_DERIVED_FIELDS =
            words("Object Number Collection List Set Map double Double float Float short Short byte Byte char"
                    + " Character Period Duration LocalDateTime LocalTime Year YearMonth Month DayOfWeek ChronoUnit Event"
                    + " Fact Parameter Request Standing AsOf");

    /** Types of Java's that need no import. */
    static final Set<String> JAVA = words("Runnable Thread Class StringBuilder StringBuffer Iterable Comparable"
            + " CharSequence Process Throwable Exception RuntimeException Error ThreadLocal ClassLoader");

    private ReservedTypeNames() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
