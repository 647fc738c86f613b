package org.daylight.vocabulary;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Periods as laws count them, in whole years, months and days. A whole year from 29 February has passed on 1 March
 * where there is no such day, as with a birthday; its anniversary is 28 February there, as {@code plusYears} says.
 */
public final class Periods {
    private Periods() {}

    /** The number of whole years between: an age, from a date of birth. Negative when the first day is the later one. */
    public static int yearsBetween(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.YEARS.between(from, to));
    }

    /** The number of whole months between; negative when the first day is the later one. */
    public static int monthsBetween(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, to));
    }

    /** The number of days between: 1 from today to tomorrow. */
    public static int daysBetween(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    /** The last return of a day, such as a due date or a birthday, that is not after the given day. */
    public static LocalDate lastAnniversary(LocalDate date, LocalDate day) {
        int years = day.getYear() - date.getYear();
        LocalDate sameYear = date.plusYears(years);
        return sameYear.isAfter(day) ? date.plusYears(years - 1L) : sameYear;
    }

    /** The first return of a day that is after the given day. */
    public static LocalDate nextAnniversary(LocalDate date, LocalDate day) {
        int years = day.getYear() - date.getYear();
        LocalDate sameYear = date.plusYears(years);
        return sameYear.isAfter(day) ? sameYear : date.plusYears(years + 1L);
    }

    /** The first day of the year in which the day lies, where years begin with the given month: for a school year, month 9. */
    public static LocalDate yearFrom(int month, LocalDate day) {
        LocalDate sameYear = LocalDate.of(day.getYear(), month, 1);
        return sameYear.isAfter(day) ? sameYear.minusYears(1) : sameYear;
    }

    public static LocalDate earlier(LocalDate date, LocalDate other) {
        return date.isBefore(other) ? date : other;
    }

    public static LocalDate later(LocalDate date, LocalDate other) {
        return date.isAfter(other) ? date : other;
    }
}
