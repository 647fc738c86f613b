package org.daylight.rulebase.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.daylight.fixture.SchemeText;
import org.daylight.problem.AuthorProblem;
import org.daylight.problem.AuthorProblem.Severity;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.Compilation;
import org.daylight.rulebase.RuleCompiler;
import org.daylight.scheme.SchemeFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintsTest {
    private static final String MANIFEST = """
            title: Library
            purpose: Lending books
            owner: The library
            lawfulBasis: CONSENT
            timeZone: Europe/Berlin
            services:
              - { id: lending, title: Lending }
              - { id: reading-room, title: Reading room, essential: true }
            """;
    private static final String TYPES = """
            declare LateReturn extends Event
                daysLate : int
            end
            declare Returned extends Event
            end
            declare Home extends Fact
                town : String
            end
            """;
    /** Uses all types and decides both services, on its lines 10 to 14 of the file. */
    private static final String SOUND = """
            rule "Late" @reason( "Came back {$l.daysLate} days late" ) when $l : LateReturn( daysLate > 7 ) then score.add( -10 ); end
            rule "Back" @reason( "Something came back in time" ) when exists Returned() then score.add( 10 ); end
            rule "May borrow" @reason( "A standing of {$s} is enough to borrow" ) when Request( service == "lending" ) Standing( $s : score >= 500 ) then decision.grant(); end
            rule "May not borrow" @reason( "To borrow a standing of 500 is needed" ) when Request( service == "lending" ) Standing( score < 500 ) then decision.refuse(); end
            rule "May read" @reason( "Everybody who lives in {$t} may read here" ) when Request( service == "reading-room" ) Home( $t : town ) then decision.grant(); end
            """;

    private static SchemeText scheme(String rules) {
        return SchemeText.named("library")
                .with("notice.md", "What is kept.\n")
                .with("scheme.yaml", MANIFEST)
                .rules(TYPES + rules);
    }

    private static List<String> warnings(SchemeText scheme) {
        Compilation compilation = scheme.compile();
        assertThat(compilation.problems()).allMatch(problem -> problem.severity() == Severity.WARNING);
        assertThat(compilation.ruleBase()).isPresent();
        return compilation.problems().stream()
                .map(problem -> problem.file() + ":" + problem.line() + " " + problem.code())
                .toList();
    }

    private static List<String> warnings(String more) {
        return warnings(scheme(SOUND + more));
    }

    @Test
    void aSoundSchemeHasNoWarning() {
        assertThat(warnings("")).isEmpty();
    }

    @Test
    void aVerbNeedsAReason() {
        assertThat(warnings("rule \"Silent\" when LateReturn( daysLate > 30 ) then score.add( -20 ); end"))
                .containsExactly("rules.drl:15 missing-reason");
    }

    @Test
    void aRuleThatOnlyConcludesNeedsNoReason() {
        assertThat(warnings("""
                        declare Trusted end
                        rule "Concludes" when Home( town == "Ulm" ) then insert( new Trusted() ); end
                        rule "Uses" @reason( "Who is trusted borrows one more book" ) when Request( service == "lending" ) Trusted() then decision.grant(); end
                        """)).isEmpty();
    }

    @Test
    void aReasonMustExplainSomething() {
        assertThat(warnings("""
                        rule "Vague" @reason( "Score too low" ) when LateReturn( daysLate > 30 ) then score.add( -20 ); end
                        rule "Vague too" @reason( "Your standing is below the required threshold" ) when LateReturn( daysLate > 60 ) then score.add( -20 ); end
                        rule "Curt" @reason( "Refused." ) when LateReturn( daysLate > 90 ) then score.add( -20 ); end
                        rule "Good" @reason( "{$l.daysLate} days late" ) when $l : LateReturn( daysLate > 99 ) then score.add( -20 ); end
                        """))
                .containsExactly("rules.drl:15 vague-reason", "rules.drl:16 vague-reason", "rules.drl:17 vague-reason");
    }

    @Test
    void anEssentialServiceIsDecidedWithoutConduct() {
        assertThat(warnings("""
                        declare Careless end
                        rule "Careless" when LateReturn( daysLate > 99 ) then insert( new Careless() ); end
                        rule "By standing" @reason( "Reading here needs a standing of 300" ) when Request( service == "reading-room" ) Standing( score < 300 ) then decision.refuse(); end
                        rule "By event" @reason( "Reading here takes books that come back" ) when Request( service == "reading-room" ) Home() not LateReturn( daysLate > 50 ) then decision.refer(); end
                        rule "By conclusion" @reason( "Reading here takes more care than that" ) when Request( service in ( "reading-room" ) ) Careless() Home() then decision.refer(); end
                        """))
                .containsExactly(
                        "rules.drl:17 essential-reads-conduct",
                        "rules.drl:18 essential-reads-conduct",
                        "rules.drl:19 essential-reads-conduct");
    }

    @Test
    void aNeedSchemeMayDecideAnEssentialServiceByItsScore() {
        // given
        SchemeText scheme = SchemeText.named("library")
                .with("notice.md", "What is kept.\n")
                .with("scheme.yaml", MANIFEST.replace("  - { id: lending, title: Lending }\n", ""))
                .rules("""
                        declare Home extends Fact
                            rooms : int
                        end
                        rule "Crowded" @reason( "A home of {$r} rooms counts as crowded" ) when Home( $r : rooms < 2 ) then score.add( 10 ); end
                        rule "May read" @reason( "Crowded homes may read here" ) when Request( service == "reading-room" ) Standing( score > 5 ) then decision.grant(); end
                        """);
        // when, then
        assertThat(warnings(scheme)).isEmpty();
    }

    @Test
    void contradictoryConditionsNeverFire() {
        String rule = "rule \"Never\" @reason( \"Came back more than a week late\" ) when %s then score.add( -1 ); end";
        assertThat(List.of(
                        "LateReturn( daysLate > 7, daysLate < 3 )",
                        "LateReturn( daysLate > 7 && daysLate <= 7 )",
                        "LateReturn( daysLate == 1, daysLate == 2 )",
                        "Home( town == \"Ulm\", town == \"Bonn\" )",
                        "Home( town in ( \"Ulm\", \"Trier\" ), town == \"Bonn\" )",
                        "Home( $t : town ) Home( town == $t, town != $t )",
                        "Home( town == \"Ulm\" ) not Home( town == \"Ulm\" )"))
                .allSatisfy(never -> assertThat(warnings(rule.formatted(never)))
                        .as(never)
                        .containsExactly("rules.drl:15 never-fires"));
        assertThat(List.of(
                        "LateReturn( daysLate > 7, daysLate < 30 )",
                        "LateReturn( daysLate < 3 || daysLate > 7 )",
                        "LateReturn( daysLate < 3 ) LateReturn( daysLate > 7 )",
                        "Home( town == \"Ulm\" ) not Home( town == \"Bonn\" )",
                        "( Home( town == \"Ulm\" ) or Home( town == \"Bonn\" ) )"))
                .allSatisfy(fires ->
                        assertThat(warnings(rule.formatted(fires))).as(fires).isEmpty());
    }

    @Test
    void aRequestCannotBeForTwoServices() {
        assertThat(warnings("""
                        rule "Never" @reason( "To borrow and to read needs a home" ) when Request( service == "lending" ) Request( service == "reading-room" ) Home() then decision.refer(); end
                        """)).containsExactly("rules.drl:15 never-fires");
    }

    @Test
    void aRuleThatRepeatsAnotherUnderOtherNamesIsFound() {
        assertThat(warnings("""
                        rule "Again" @reason( "Came back {$x.daysLate} days late" ) when $x : LateReturn( daysLate > 7 ) then score.add( -10 ); end
                        rule "Costs more" @reason( "Came back {$x.daysLate} days late" ) when $x : LateReturn( daysLate > 7 ) then score.add( -11 ); end
                        """)).containsExactly("rules.drl:15 repeated-rule");
    }

    @Test
    void aStricterRuleWithTheSameDecisionIsShadowed() {
        assertThat(warnings("""
                        rule "Low" @reason( "To borrow a standing of 400 is needed" ) when Request( service == "lending" ) Standing( score < 400 ) then decision.refuse(); end
                        rule "Low in Ulm" @reason( "To borrow a standing of 500 is needed" ) when Request( service == "lending" ) Home( town == "Ulm" ) Standing( score < 500 ) then decision.refuse(); end
                        rule "Not shadowed" @reason( "Who lives in Ulm borrows with less" ) when Request( service == "lending" ) Home( town == "Ulm" ) Standing( score < 600 ) then decision.refuse(); end
                        """)).containsExactly("rules.drl:15 shadowed-rule", "rules.drl:16 shadowed-rule");
    }

    @Test
    void whatNothingUsesIsTold() {
        SchemeText scheme = scheme(SOUND + """
                        declare enum Colour RED, BLUE; end
                        declare Visit extends Event
                            room : String
                        end
                        declare Fee extends Parameter
                            cents : long
                        end
                        declare Member extends Fact
                            since : LocalDate
                            shelf : String
                        end
                        rule "Member" @reason( "Member since {$m.since}, and that counts" ) when $m : Member() then score.add( 5 ); end
                        """)
                .with("Fee.csv", "from,to,reference,cents\n2024-01-01,,Terms,100\n")
                .with("scheme.yaml", MANIFEST + "  - { id: parking, title: Parking }\n");
        assertThat(warnings(scheme))
                .containsExactly(
                        "rules.drl:15 unused-type",
                        "rules.drl:16 unused-type",
                        "rules.drl:19 unused-parameter",
                        "rules.drl:24 unused-field",
                        "scheme.yaml:9 unused-service");
    }

    @Test
    void aServiceNeedsARuleThatGrantsAndOneThatRefuses() {
        String manifest = MANIFEST + "  - { id: parking, title: Parking }\n  - { id: printing, title: Printing }\n";
        assertThat(warnings(scheme(SOUND + """
                        rule "No parking" @reason( "There is no room for cars here" ) when Request( service == "parking" ) Home() then decision.refuse(); end
                        rule "Printing" @reason( "Everybody may print ten pages" ) when Request( service == "printing" ) Home() then decision.grant(); end
                        """).with("scheme.yaml", manifest)))
                .containsExactly("scheme.yaml:9 never-granted", "scheme.yaml:10 never-refused");
    }

    @Test
    void rulesThatDifferOnlyAroundAThresholdMeetAtIt() {
        assertThat(warnings(scheme(SOUND.replace("score >= 500", "score > 500"))))
                .containsExactly("rules.drl:13 threshold-gap");
        assertThat(warnings(scheme(SOUND.replace("score >= 500", "score >= 510"))))
                .containsExactly("rules.drl:13 threshold-gap");
        assertThat(warnings(scheme(SOUND.replace("score < 500", "score <= 500"))))
                .containsExactly("rules.drl:13 threshold-overlap");
        assertThat(warnings(scheme(SOUND.replace("score < 500", "score <= 499"))))
                .isEmpty();
    }

    @Test
    void aStretchWithoutPointsIsNoGap() {
        assertThat(warnings("""
                        rule "Soon" @reason( "Came back only {$l.daysLate} days late" ) when $l : LateReturn( daysLate < 3 ) then score.add( -1 ); end
                        """)).isEmpty();
    }

    @Test
    void pointsThatGrowWithEveryEventNeedALimit() {
        String rule =
                "rule \"Counts\" @reason( \"Came back in time {$n} times\" ) when accumulate( Returned(); $n : count( 1 )%s )"
                        + " then %s end";
        assertThat(List.of(
                        rule.formatted("", "score.add( 10 * $n );"),
                        rule.formatted("; $n > 3", "long all = 10 * $n; score.add( all );"),
                        rule.formatted("", "score.add( $n.intValue() );")))
                .allSatisfy(text ->
                        assertThat(warnings(text)).as(text).containsExactly("rules.drl:15 unbounded-accumulation"));
        assertThat(List.of(
                        rule.formatted("", "score.add( Math.min( 10 * $n, 100 ) );"),
                        rule.formatted("; $n < 5", "score.add( 10 * $n );"),
                        rule.formatted("; $n > 5", "score.add( 10 );"),
                        rule.formatted("", "long all = Math.min( $n, 9 ); score.add( all );")))
                .allSatisfy(text -> assertThat(warnings(text)).as(text).isEmpty());
    }

    @Test
    void aRefusalNeedsAWayBack() {
        String rule = "rule \"For ever\" @reason( \"Somebody who came back late borrows nothing\" ) when %s"
                + " Request( service == \"lending\" ) then decision.refuse(); end";
        assertThat(warnings(rule.formatted("LateReturn( daysLate > 99 )"))).containsExactly("rules.drl:15 no-way-back");
        assertThat(warnings(rule.formatted("accumulate( LateReturn(); $n : count( 1 ); $n > 3 )")))
                .containsExactly("rules.drl:15 no-way-back");
        assertThat(warnings(rule.formatted("LateReturn( daysLate > 99 ) not Returned()")))
                .isEmpty();
        assertThat(warnings(rule.formatted("AsOf( $d : date ) LateReturn( occurredOn > $d.minusYears( 1 ) )")))
                .isEmpty();
        assertThat(warnings(scheme(SOUND + rule.formatted("LateReturn( daysLate > 99 )"))
                        .with("scheme.yaml", MANIFEST + "lookback: P2Y\n")))
                .isEmpty();
    }

    @Test
    void aStandingThatOnlyFallsLeavesNoWayBack() {
        assertThat(warnings(scheme(SOUND.replace("score.add( 10 )", "score.add( -1 )"))))
                .containsExactly("rules.drl:13 no-way-back");
    }

    @Test
    void betweenTheRowsOfATableNoDayIsLeftOut() {
        SchemeText scheme = scheme(SOUND + """
                        declare Fee extends Parameter
                            kind : String @key
                            cents : long
                        end
                        rule "Fee" @reason( "Borrowing costs {$c} cents a book" ) when Request( service == "lending" ) Fee( $c : cents ) then decision.term( "fee", $c ); end
                        """).with("Fee.csv", """
                        from,to,reference,kind,cents
                        2024-01-01,2024-06-30,Terms,book,100
                        2024-07-01,,Terms,book,120
                        2024-01-01,2024-06-30,Terms,film,200
                        2024-08-01,,Terms,film,220
                        """);
        assertThat(warnings(scheme)).containsExactly("Fee.csv:5 gapped-rows");
    }

    @Test
    void aLineWithAReasonAllowsIt() {
        SchemeText scheme = scheme(SOUND + """
                        rule "Silent" @allow( "missing-reason: it is being moved into the next scheme" ) when LateReturn( daysLate > 30 ) then score.add( -20 ); end
                        // allow unused-type: next year's events are read from January on
                        declare Visit extends Event
                            room : String
                        end
                        declare Member extends Fact
                            // allow unused-field: shown to the desk
                            shelf : String
                        end
                        // allow missing-reason: it is being moved as well
                        rule "Member" when Member() then score.add( 5 ); end
                        """).with("scheme.yaml", MANIFEST + """
                          # allow unused-service: the garage opens in March
                          - { id: parking, title: Parking }
                        """);
        assertThat(warnings(scheme)).isEmpty();
    }

    @Test
    void anAllowanceNeedsAReasonAndSomethingToAllow() {
        assertThat(warnings("""
                        rule "Silent" @allow( "missing-reason" ) when LateReturn( daysLate > 30 ) then score.add( -20 ); end
                        // allow missing-reason: it has one
                        rule "Fine" @reason( "Came back more than two months late" ) when LateReturn( daysLate > 60 ) then score.add( -20 ); end
                        // allow mising-reason: misspelt
                        rule "Fine too" @reason( "Came back more than three months late" ) when LateReturn( daysLate > 90 ) then score.add( -20 ); end
                        """))
                .containsExactly(
                        "rules.drl:15 missing-reason",
                        "rules.drl:15 allow-without-reason",
                        "rules.drl:16 unused-allow",
                        "rules.drl:18 unknown-allow");
    }

    @Test
    void anErrorIsToldWithoutWarnings() {
        List<AuthorProblem> problems = scheme(
                        SOUND + "rule \"Silent\" when LateReturn( daysLat > 30 ) then score.add( -20 ); end")
                .compile()
                .problems();
        assertThat(problems).extracting(AuthorProblem::code).containsExactly(ProblemCode.UNKNOWN_FIELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"community", "driving"})
    void theShippedSchemesHaveNothingToWarnOf(String id) throws IOException {
        assertThat(RuleCompiler.compile(id, SchemeFolder.read(Path.of("rules", id)))
                        .problems())
                .isEmpty();
    }

    @Test
    void whatACatalogueLeavesOutIsMissing() {
        SchemeText german = scheme(SOUND).with("reasons.de.yaml", """
                services: { lending: Ausleihe }
                reasons:
                  Late: "Kam {$l.daysLate} Tage zu spät zurück"
                  Back: "Etwas kam rechtzeitig zurück"
                  May borrow: "Ein Stand von {$s} reicht"
                  May not borrow: "Zum Ausleihen ist ein Stand von 500 nötig"
                """);

        assertThat(german.compile().problems())
                .extracting(problem -> problem.file() + " " + problem.code() + " " + problem.message())
                .containsExactly(
                        "reasons.de.yaml missing-translation the rule `May read` is not said in `de`",
                        "reasons.de.yaml missing-translation the scheme's `title` is not said in `de`",
                        "reasons.de.yaml missing-translation the service `reading-room` is not said in `de`");
    }

    @Test
    void aRuleMayStayUntranslatedForAReason() {
        String allowed = SOUND.replace(
                "rule \"May read\"",
                "rule \"May read\" @allow( \"missing-translation: the reading room speaks every language\" )");
        SchemeText german = scheme(allowed).with("reasons.de.yaml", """
                title: Bücherei
                services: { lending: Ausleihe, reading-room: Lesesaal }
                reasons:
                  Late: "Kam {$l.daysLate} Tage zu spät zurück"
                  Back: "Etwas kam rechtzeitig zurück"
                  May borrow: "Ein Stand von {$s} reicht"
                  May not borrow: "Zum Ausleihen ist ein Stand von 500 nötig"
                """);

        assertThat(warnings(german)).isEmpty();
    }
}
