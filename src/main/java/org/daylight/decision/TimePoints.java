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
 * The two clocks of a question, where the caller set them: as of when, and by what was known when.
 *
 * @param asOf the moment asked about; given as a date, its last moment in the scheme's time zone
 * @param knownAt what was recorded later is left out; given as a date, its last moment or now, whichever is earlier. A moment that
 *     something was recorded at is not ahead, whatever the clock says
 */
public record TimePoints(Optional<Instant> asOf, Optional<Instant> knownAt) {
    private static final String MOMENT =
            "a date such as 2026-11-23 or a date and time with offset such as 2026-11-23T09:00:00Z";

    public TimePoints {
        asOf = asOf.map(EpochMicros::truncate);
        knownAt = knownAt.map(EpochMicros::truncate);
    }

    /**
     * The clocks as a caller gave them.
     *
     * @param latest until when anything can be known; not asked where nothing depends on it
     * @param refuse is told of a {@code knownAt} that lies ahead: nobody knows yet what will be known then
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

    /** A date that has begun is known as far as it has passed. */
    private static Instant known(RuleBase rules, DateOrInstant given, Instant now, Consumer<Violation> refuse) {
        Instant begins = given.resolve(
                date -> date.atStartOfDay(rules.scheme().manifest().timeZone()).toInstant());
        if (begins.isAfter(now)) {
            refuse.accept(new Violation("not-known-yet", "knownAt", begins.toString(), "a moment that is not ahead"));
        }
        Instant ends = given.resolve(rules.scheme().manifest()::lastMomentOf);
        return ends.isAfter(now) ? now : ends;
    }

    private static Optional<DateOrInstant> moment(String name, @Nullable String text) {
        return Optional.ofNullable(text).map(given -> DateOrInstant.parse(given)
                .orElseThrow(
                        () -> CallerProblemException.of(422, "invalid-value", name, StrictJson.cut(given), MOMENT)));
    }
}
