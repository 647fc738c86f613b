package org.daylight.rulebase.build;

/** The lines every rule file of a scheme may rely on, compiled into the scheme's package as a file of their own. */
final class Prelude {
    /** Stands beside the folder of the author's files, so that it cannot clash with one of them. */
    static final String FILE = "src/main/resources/prelude/prelude.drl";

    private static final String TEXT = """
            import org.daylight.vocabulary.AsOf;
            import org.daylight.vocabulary.Event;
            import org.daylight.vocabulary.Fact;
            import org.daylight.vocabulary.Numbers;
            import org.daylight.vocabulary.Parameter;
            import org.daylight.vocabulary.Periods;
            import org.daylight.vocabulary.Request;
            import org.daylight.vocabulary.Standing;
            import java.math.BigDecimal;
            import java.time.Instant;
            import java.time.LocalDate;
            import java.time.Period;
            import java.time.temporal.ChronoUnit;
            global org.daylight.vocabulary.ScoreActions score;
            global org.daylight.vocabulary.DecisionActions decision;
            """;

    private Prelude() {}

    static String of(String packageName) {
        return "package " + packageName + ";\n" + TEXT;
    }
}
