package org.daylight.scheme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code scheme.yaml}.
 *
 * @param title for people
 * @param purpose the one purpose its scores and decisions serve
 * @param owner who answers for it
 * @param lawfulBasis on which its enrolments rest
 * @param timeZone in which its dates are counted
 * @param score how points add up
 * @param bands by rising {@code from}; may be empty
 * @param lookback how far back events count, or null for ever
 * @param services what may be asked
 * @param monitoring names of the groups by which coverage and impact are watched
 * @param language of the texts in the rules
 * @param currency of amounts, which are in its minor unit
 */
public record Manifest(
        String title,
        String purpose,
        String owner,
        LawfulBasis lawfulBasis,
        ZoneId timeZone,
        ScoreRange score,
        List<Band> bands,
        @Nullable Period lookback,
        List<ServiceEntry> services,
        List<String> monitoring,
        Locale language,
        Currency currency) {
    /** The manifest's path inside the scheme folder. */
    public static final String FILE = "scheme.yaml";

    private static final int MOST_DAYS_A_MONTH_IS_SHORTER = 3;

    public Manifest {
        bands = List.copyOf(bands);
        services = List.copyOf(services);
        monitoring = List.copyOf(monitoring);
    }

    public Optional<ServiceEntry> service(String id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** The day in the scheme's time zone. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(timeZone).toLocalDate();
    }

    /** The last microsecond of a day in the scheme's time zone: what a day's date means as a moment to ask about. */
    public Instant lastMomentOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(timeZone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /**
     * The moment from which events count when asked at {@code asOf}; empty when they count for ever. The look-back runs in whole
     * days: on the day it ends, an event of that day no longer counts.
     */
    public Optional<Instant> eventsSince(Instant asOf) {
        if (lookback == null) {
            return Optional.empty();
        }
        LocalDate today = dayOf(asOf);
        // Months differ in length, so the first day that still counts is looked for, beginning safely before it.
        LocalDate first = today.minus(lookback).minusDays(MOST_DAYS_A_MONTH_IS_SHORTER);
        while (!first.plus(lookback).isAfter(today)) {
            first = first.plusDays(1);
        }
        return Optional.of(first.atStartOfDay(timeZone).toInstant());
    }

    /** The name of the band a score falls in: the last one that begins at or below it, or the empty text. */
    public String band(long score) {
        String name = "";
        for (Band band : bands) {
            if (band.from() <= score) {
                name = band.name();
            }
        }
        return name;
    }
}
