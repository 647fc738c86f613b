package org.daylight.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.problem.DateOrInstant;
import org.daylight.problem.StrictJson;
import org.daylight.rulebase.RuleBase;
import org.daylight.store.EpochMicros;
import org.jspecify.annotations.Nullable;

/**
 * The two moments of a question, where the caller set them.
 *
 * @param asOf the moment asked about; given as a date, its last moment in the scheme's time zone
 * @param knownAt the moment after which nothing counts that was recorded; given as a date, its last moment or now, whichever is
 *     earlier. A moment at which something was recorded does not lie ahead, whatever the clock says
 */
public record TimePoints(Optional<Instant> asOf, Optional<Instant> knownAt) {
    private static final String MOMENT =
            "a date such as 2026-11-23 or a date and time with offset such as 2026-11-23T09:00:00Z";

    public TimePoints {
        asOf = asOf.map(EpochMicros::truncate);
        knownAt = knownAt.map(EpochMicros::truncate);
    }

    /**
     * The moments as a caller gave them.
     *
     * @param latest tells the last moment of which anything can be known; asked only where {@code knownAt} is set
     * @param refuse told of a {@code knownAt} that lies ahead: nobody knows yet what will be known then
     */
    static TimePoints of(
            RuleBase rules,
            Optional<DateOrInstant> asOf,
            Optional<DateOrInstant> knownAt,
            Clock latest,
            Consumer<Violation> refuse) {
        return new TimePoints(
                asOf.map(given -> given.resolve(rules.scheme().manifest()::lastMomentOf)),
                knownAt.map(given -> known(rules, given, EpochMicros.truncate(latest.instant()), refuse)));
    }

    /**
     * Reads them from query parameters.
     *
     * @throws CallerProblemException when one is no moment, or {@code knownAt} lies ahead
     */
    public static TimePoints parse(RuleBase rules, @Nullable String asOf, @Nullable String knownAt, Clock latest) {
        return of(rules, moment("asOf", asOf), moment("knownAt", knownAt), latest, ahead -> {
            throw CallerProblemException.of(422, ahead.code(), ahead.field(), ahead.found(), ahead.expected());
        });
    }

    /** The last moment of a date, or now when the date has begun and not ended. */
    private static Instant known(RuleBase rules, DateOrInstant given, Instant now, Consumer<Violation> refuse) {
        Instant begin = given.resolve(
                date -> date.atStartOfDay(rules.scheme().manifest().timeZone()).toInstant());
        if (begin.isAfter(now)) {
            refuse.accept(new Violation("not-known-yet", "knownAt", begin.toString(), "a moment that is not ahead"));
        }
        Instant end = given.resolve(rules.scheme().manifest()::lastMomentOf);
        return end.isAfter(now) ? now : end;
    }

    private static Optional<DateOrInstant> moment(String name, @Nullable String text) {
        return Optional.ofNullable(text).map(given -> DateOrInstant.parse(given)
                .orElseThrow(
                        () -> CallerProblemException.of(422, "invalid-value", name, StrictJson.cut(given), MOMENT)));
    }
}
