package org.daylight.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PeriodsTest {
    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2100, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property
    void everyDayLiesBetweenTheAnniversariesAroundIt(@ForAll("days") LocalDate of, @ForAll("days") LocalDate day) {
        LocalDate last = Periods.lastAnniversary(of, day);
        LocalDate next = Periods.nextAnniversary(of, day);

        assertThat(last).isBeforeOrEqualTo(day);
        assertThat(next).isAfter(day);
        assertThat(next.getYear() - last.getYear()).isEqualTo(1);
        assertThat(last.getMonth()).isEqualTo(of.getMonth());
    }

    @Property
    void yearsAndMonthsAreWhole(@ForAll("days") LocalDate from, @ForAll("days") LocalDate to) {
        int months = Periods.monthsBetween(from, to);

        assertThat(Periods.yearsBetween(from, to)).isEqualTo(months / 12);
        assertThat(months).isBetween(-Periods.monthsBetween(to, from) - 1, -Periods.monthsBetween(to, from) + 1);
        assertThat(Periods.daysBetween(from, to)).isEqualTo(Math.toIntExact(to.toEpochDay() - from.toEpochDay()));
    }

    @Property
    void theYearFromAMonthBeginsOnItsFirstDayAndHoldsTheDay(@ForAll("days") LocalDate day) {
        LocalDate first = Periods.yearFrom(9, day);

        assertThat(first.getMonthValue()).isEqualTo(9);
        assertThat(first.getDayOfMonth()).isEqualTo(1);
        assertThat(first).isBeforeOrEqualTo(day);
        assertThat(first.plusYears(1)).isAfter(day);
    }

    @Property
    void oneOfTwoDaysIsTheEarlierAndTheOtherTheLater(@ForAll("days") LocalDate date, @ForAll("days") LocalDate other) {
        assertThat(Periods.earlier(date, other))
                .isBeforeOrEqualTo(Periods.later(date, other))
                .isIn(date, other);
        assertThat(Periods.later(date, other)).isIn(date, other);
    }

    @Example
    void anAgeChangesOnTheBirthday() {
        LocalDate born = LocalDate.of(2000, 6, 15);

        assertThat(Periods.yearsBetween(born, LocalDate.of(2018, 6, 14))).isEqualTo(17);
        assertThat(Periods.yearsBetween(born, LocalDate.of(2018, 6, 15))).isEqualTo(18);
    }

    @Example
    void whoWasBornOnALeapDayIsAYearOlderOnTheFirstOfMarch() {
        LocalDate born = LocalDate.of(2004, 2, 29);

        assertThat(Periods.yearsBetween(born, LocalDate.of(2022, 2, 28))).isEqualTo(17);
        assertThat(Periods.yearsBetween(born, LocalDate.of(2022, 3, 1))).isEqualTo(18);
        assertThat(Periods.lastAnniversary(born, LocalDate.of(2022, 3, 15))).isEqualTo(LocalDate.of(2022, 2, 28));
    }

    @Example
    void aSchoolYearBeginsInSeptember() {
        assertThat(Periods.yearFrom(9, LocalDate.of(2021, 3, 1))).isEqualTo(LocalDate.of(2020, 9, 1));
        assertThat(Periods.yearFrom(9, LocalDate.of(2020, 9, 1))).isEqualTo(LocalDate.of(2020, 9, 1));
        assertThat(Periods.yearFrom(9, LocalDate.of(2020, 8, 31))).isEqualTo(LocalDate.of(2019, 9, 1));
    }
}
