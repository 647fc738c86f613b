package org.daylight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;

class EvaluationProperties {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final SchemeText SCHEME = SchemeText.library().rules("""
                    declare LateReturn extends Event
                        book : String
                        daysLate : int
                    end
                    declare Address extends Fact
                        kind : String @key
                        town : String
                    end
                    declare Streak
                        length : int
                    end
                    rule "Late" @reason( "{$b}: {$d}" ) when LateReturn( $b : book, $d : daysLate, daysLate > 2 ) then score.add( -$d ); end
                    rule "Pair" when
                        $a : LateReturn( $b : book )
                        LateReturn( this != $a, book == $b, occurredOn > $a.occurredOn )
                    then score.add( -1 ); end
                    rule "Often" when accumulate( LateReturn( $d : daysLate ); $n : count( $d ), $s : sum( $d ); $n > 2 )
                    then insert( new Streak( $n.intValue() ) ); score.add( -$s ); end
                    rule "Streak" when Streak( $l : length ) then score.add( $l ); end
                    rule "Lives here" salience 5 when Address( kind == "home", town == "Ulm" ) then score.set( 700 ); end
                    rule "Nowhere" when not Address() then score.add( 3 ); end
                    rule "Lending" when Request( service == "lending" ) then decision.grant(); end
                    rule "Low" @reason( "{$s.score}" ) when Request( service == "lending" ) $s : Standing( score < 480 )
                    then decision.refuse(); decision.term( "score", $s.score() ); end
                    """);
    private static final RuleBase RULES = SCHEME.ruleBase();
    private static final RuleBase BUILT_AGAIN = SCHEME.ruleBase();
    private static final Question LEND = Question.of("lending", Map.of());

    @Provide
    Arbitrary<List<Statement>> statements() {
        Arbitrary<String> at = Arbitraries.longs()
                .between(
                        LocalDate.of(2026, 1, 1).toEpochDay(),
                        LocalDate.of(2026, 12, 20).toEpochDay())
                .map(day -> LocalDate.ofEpochDay(day) + "T10:00:00Z");
        Arbitrary<String> word = Arbitraries.of("a", "b", "c");
        Arbitrary<Statement> late = Combinators.combine(
                        at, word, Arbitraries.longs().between(0, 9))
                .as((when, book, days) -> Given.event("LateReturn", "", when, Map.of("book", book, "daysLate", days)));
        Arbitrary<Statement> address = Combinators.combine(
                        at, Arbitraries.of("home", "work"), Arbitraries.of("Ulm", "Bonn"))
                .as((when, kind, town) -> Given.fact("Address", "", when, Map.of("kind", kind, "town", town)));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, late), net.jqwik.api.Tuple.of(1, address))
                .list()
                .ofMaxSize(12)
                .map(EvaluationProperties::numbered);
    }

    /** Gives each statement an id of its own, and retracts every seventh. */
    private static List<Statement> numbered(List<Statement> drawn) {
        List<Statement> numbered = new ArrayList<>();
        for (Statement statement : drawn) {
            String id = "s" + numbered.size();
            numbered.add(Statement.of(
                    statement.kind(),
                    statement.type(),
                    statement.source(),
                    id,
                    statement.validAt(),
                    new TreeMap<>(statement.data())));
            if (numbered.size() % 7 == 0) {
                numbered.add(Given.retraction("r" + numbered.size(), id));
            }
        }
        return numbered;
    }

    @Property(tries = 300)
    void theOrderOfArrivalNeverChangesAByte(@ForAll("statements") List<Statement> statements, @ForAll Random random) {
        // given
        List<Statement> otherwise = new ArrayList<>(statements);
        java.util.Collections.shuffle(otherwise, random);
        // when
        byte[] one = Evaluation.assess(new Inquiry(RULES, Given.dossier(statements), LEND, NOW))
                .bytes();
        byte[] other = Evaluation.assess(new Inquiry(RULES, Given.dossier(otherwise), LEND, NOW))
                .bytes();
        // then
        assertThat(other).isEqualTo(one);
    }

    @Property(tries = 300)
    void theSameInputGivesTheSameBytesFromEveryBuildOfARevision(@ForAll("statements") List<Statement> statements) {
        // given
        Dossier dossier = Given.dossier(statements);
        // when
        byte[] one = Evaluation.assess(new Inquiry(RULES, dossier, LEND, NOW)).bytes();
        // then
        assertThat(Evaluation.assess(new Inquiry(RULES, dossier, LEND, NOW)).bytes())
                .isEqualTo(one);
        assertThat(Evaluation.assess(new Inquiry(BUILT_AGAIN, dossier, LEND, NOW))
                        .bytes())
                .isEqualTo(one);
        assertThat(Assessment.fromBytes(one).bytes()).isEqualTo(one);
    }

    @Property(tries = 300)
    void startPlusAdjustmentsIsTheScore(@ForAll("statements") List<Statement> statements) {
        // when
        Assessment assessed = Evaluation.assess(new Inquiry(RULES, Given.dossier(statements), null, NOW));
        // then
        long sum = assessed.adjustments().stream().mapToLong(Adjustment::points).sum();
        assertThat(assessed.start() + sum)
                .isEqualTo(assessed.scored().orElseThrow().score());
        assertThat(assessed.scored().orElseThrow().score()).isBetween(0L, 1000L);
    }
}
