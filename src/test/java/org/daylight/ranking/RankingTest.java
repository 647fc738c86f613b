package org.daylight.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.daylight.evaluation.Outcome;
import org.daylight.scheme.RankBy;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final Ranking MORE_POINTS_THEN_EARLIER = new Ranking(
            List.of(new RankBy(RankBy.First.HIGHEST, "score"), new RankBy(RankBy.First.EARLIEST, "registeredOn")));

    @Test
    void morePointsComeFirstAndTheEarlierDayBreaksATie() {
        List<RankedPlace> places = MORE_POINTS_THEN_EARLIER.of(List.of(
                granted("late", 9, "2015-03-02"), granted("low", 8, "2001-01-01"), granted("early", 9, "2014-12-31")));

        assertThat(places)
                .extracting(place -> place.applicant().citizen(), RankedPlace::rank, RankedPlace::tied)
                .containsExactly(tuple("early", 1L, false), tuple("late", 2L, false), tuple("low", 3L, false));
    }

    @Test
    void whoTiesInEverythingSharesAPlaceAndTheNextIsCountedOn() {
        List<RankedPlace> places = MORE_POINTS_THEN_EARLIER.of(
                List.of(granted("c", 5, "2015-01-01"), granted("b", 9, "2015-01-01"), granted("a", 9, "2015-01-01")));

        assertThat(places)
                .extracting(place -> place.applicant().citizen(), RankedPlace::rank, RankedPlace::tied)
                .containsExactly(tuple("a", 1L, true), tuple("b", 1L, true), tuple("c", 3L, false));
    }

    @Test
    void numbersAreComparedAsNumbers() {
        List<RankedPlace> places =
                MORE_POINTS_THEN_EARLIER.of(List.of(granted("nine", 9, "x"), granted("hundred", 100, "x")));

        assertThat(places).extracting(place -> place.applicant().citizen()).containsExactly("hundred", "nine");
    }

    @Test
    void whoWasNotGrantedHasNoPlace() {
        RankedApplicant refused = new RankedApplicant("young", Outcome.REFUSED, List.of(), "too young");

        assertThat(MORE_POINTS_THEN_EARLIER.of(List.of(refused))).isEmpty();
    }

    @Test
    void oneTermWithTwoKindsOfValueCannotBeRanked() {
        RankedApplicant odd = new RankedApplicant("odd", Outcome.GRANTED, List.of("many", "2015-01-01"), null);

        assertThatThrownBy(() -> MORE_POINTS_THEN_EARLIER.of(List.of(odd, granted("even", 2, "2015-01-01"))))
                .isInstanceOf(NotRankableException.class)
                .hasMessageContaining("two kinds of value");
    }

    @Test
    void twoRankingsSayWhoMovesAndWhoComesAndGoes() {
        List<RankedPlace> before = MORE_POINTS_THEN_EARLIER.of(
                List.of(granted("a", 9, "x"), granted("b", 8, "x"), granted("gone", 1, "x")));
        List<RankedPlace> after = MORE_POINTS_THEN_EARLIER.of(
                List.of(granted("a", 3, "x"), granted("b", 8, "x"), granted("new", 2, "x")));

        assertThat(RankChange.between(before, after))
                .extracting(RankChange::citizen, RankChange::direction, RankChange::places)
                .containsExactly(
                        tuple("b", RankChange.Direction.UP, -1L),
                        tuple("a", RankChange.Direction.DOWN, 1L),
                        tuple("new", RankChange.Direction.ENTERED, 0L),
                        tuple("gone", RankChange.Direction.LEFT, 0L));
    }

    @Property(tries = 200)
    void theOrderOfTheListNeverChangesARanking(
            @ForAll @Size(max = 20) List<@IntRange(max = 5) Integer> points, @ForAll long seed) {
        List<RankedApplicant> candidates = new ArrayList<>();
        for (int at = 0; at < points.size(); at++) {
            candidates.add(granted("c" + at, points.get(at), "2015-01-0" + (1 + at % 3)));
        }
        List<RankedApplicant> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(MORE_POINTS_THEN_EARLIER.of(shuffled)).isEqualTo(MORE_POINTS_THEN_EARLIER.of(candidates));
    }

    private static RankedApplicant granted(String citizen, long points, String day) {
        return new RankedApplicant(citizen, Outcome.GRANTED, List.of(points, day), null);
    }
}
