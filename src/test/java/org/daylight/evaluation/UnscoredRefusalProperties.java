package org.daylight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.daylight.fixture.GeneratedQuestions;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.RuleCompiler;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.SchemeFolder;
import org.daylight.vocabulary.Standing;

/** A refusal of somebody not scored, however it was found to stand, follows for every standing, for the reasons given. */
class UnscoredRefusalProperties {
    private static final List<RuleBase> RULES = List.of(community(), entangled());

    private static RuleBase community() {
        try {
            return RuleCompiler.compile("community", SchemeFolder.read(Path.of("rules/community")))
                    .ruleBase()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Some refusals rest on a standing by detours, some on none; which, depends on the facts. */
    private static RuleBase entangled() {
        return SchemeText.named("library")
                .with("scheme.yaml", """
                        title: Library
                        purpose: Lending books
                        owner: The library
                        lawfulBasis: CONSENT
                        timeZone: Europe/Berlin
                        score: { start: 5, floor: 0, ceiling: 20, minimumEvents: 3 }
                        bands:
                          - { name: low, from: 0 }
                          - { name: good, from: 12 }
                        services:
                          - { id: lending, title: Lending }
                          - { id: reading, title: Reading }
                        """)
                .with("notice.md", "What is kept.\n")
                .rules("""
                        declare Ping extends Event
                            n : int
                        end
                        declare Home extends Fact
                            rooms : int
                            people : int
                        end
                        declare Mark
                            of : long
                        end
                        rule "Room" when Home( $r : rooms, people > rooms ) then insert( new Mark( $r ) ); end
                        rule "Match" when Standing( $s : score ) Home( people == $s ) then insert( new Mark( $s ) ); end
                        rule "Cleared" salience -1 when Standing( band == "good" ) $m : Mark( of < 3 ) then delete( $m ); end
                        rule "No mark" salience -2 when Request( service == "lending" ) not Mark() then decision.refuse(); end
                        rule "Crowded" salience -2 when Request( service == "lending" ) Mark( of == 1 ) then decision.refuse(); end
                        rule "Large" when Request( service == "reading" ) Home( rooms > 4 ) then decision.refuse(); end
                        rule "Low" when Request( service == "reading" ) Standing( score < 3 ) Home( people > 6 ) then decision.refer(); end
                        rule "Unknown" when Request( service == "reading" ) not Standing() Home( people > 2 ) then decision.refuse(); end
                        """)
                .ruleBase();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void standsForEveryStanding(@ForAll("inquiries") Inquiry inquiry) {
        Assessment assessed = Evaluation.assess(inquiry);
        if (assessed.standing() != null || assessed.answer().outcome() != Outcome.REFUSED) {
            return;
        }
        Manifest manifest = inquiry.rules().scheme().manifest();
        List<String> reasons =
                assessed.answer().reasons().stream().map(Reason::rule).toList();
        assertThat(reasons).isNotEmpty();
        LongStream.iterate(
                        manifest.score().clamp(0), score -> manifest.score().clamp(score) == score, score -> score + 1)
                .limit(1_001)
                .forEach(score -> {
                    Standing standing = new Standing(score, manifest.band(score));
                    DecisionResult supposed = Evaluation.suppose(
                                    inquiry, standing, inquiry.rules().budget())
                            .assessment()
                            .answer();
                    assertThat(supposed.outcome()).as("at %s", score).isEqualTo(Outcome.REFUSED);
                    assertThat(supposed.reasons()).extracting(Reason::rule).containsAll(reasons);
                });
    }

    @Provide
    Arbitrary<Inquiry> inquiries() {
        return Arbitraries.of(RULES).flatMap(GeneratedQuestions::about);
    }
}
