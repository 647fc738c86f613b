package org.daylight.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.daylight.fixture.SchemeText;
import org.daylight.problem.AuthorProblem;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.build.BuildBudget;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Field;
import org.daylight.scheme.FieldType;
import org.daylight.scheme.SchemeFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCompilerTest {
    private static final String TYPES = """
            declare LateReturn extends Event
                daysLate : int
            end
            """;

    private static List<String> problems(SchemeText scheme) {
        return scheme.compile().problems().stream()
                .map(problem -> problem.file() + ":" + problem.line() + " " + problem.code() + " " + problem.message())
                .toList();
    }

    private static List<String> problemsOf(String rules) {
        return problems(SchemeText.library().rules(TYPES + rules));
    }

    /** Semicolons stand for line ends. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    when; LateReturn( daysLat > 1 );then;  | 7 | no field `daysLat`
                    when; LateRetur( daysLate > 1 );then;  | 7 | LateRetur
                    when; LateReturn( daysLate > $x );then;| 7 | no condition binds `$x`
                    when; LateReturn();then; score.ad( 1 ); | 9 | no verb `ad`
                    when; LateReturn( $d : daysLate );then; score.add( $d ); score.add( $e ); | 10 | no condition binds `$e`
                    when; LateReturn( $d : daysLate );then; String s = $d; | 9 | a whole number stands where text is needed
                    when; LateReturn( $d : daysLate;then; score.add( 1 ); | 7 | the parenthesis behind `LateReturn` is not closed
                    when; accumulate( LateReturn( $d : daysLate ), $s : summ( $d ) );then;  | 5 | summ
                    """)
    void aProblemNamesFileAndLineOfWhatTheAuthorWrote(String rule, int line, String message) {
        // given
        String written = "rule \"Broken\"\n"
                + rule.replace(";", ";\n").replace("when;", "when").replace("then;", "then") + "\nend";
        // when
        List<AuthorProblem> problems =
                SchemeText.library().rules(TYPES + written).compile().problems();
        // then
        assertThat(problems).isNotEmpty();
        assertThat(problems.get(0).file()).isEqualTo("rules.drl");
        assertThat(problems.get(0).message()).contains(message);
        assertThat(problems.get(0).line()).isEqualTo(line);
    }

    @Test
    void typesAreReadWithKindFieldsAndChoices() {
        // given
        SchemeText scheme = SchemeText.library().rules("""
                        declare enum Tone Kind, Harsh; end
                        declare Remark extends Event
                            tone : Tone
                            words : String @optional
                            shelf : long = 3
                        end
                        declare LongRemark extends Remark
                            pages : Integer @optional
                        end
                        declare Seat extends Fact
                            number : int @key
                            from : LocalDate
                        end
                        rule "Uses them" when LongRemark( tone == Tone.Harsh ) Seat() then score.add( 1 ); end
                        """);
        // when
        Map<String, DeclaredType> types = scheme.ruleBase().types().byName();
        // then
        assertThat(types.get("LongRemark"))
                .isEqualTo(new DeclaredType(
                        "LongRemark",
                        DeclaredType.Kind.EVENT,
                        List.of(
                                new Field(
                                        "tone", FieldType.CHOICE, "Tone", true, false, List.of("Kind", "Harsh"), null),
                                new Field("words", FieldType.TEXT, "String", false, false, List.of(), null),
                                new Field("shelf", FieldType.LONG, "long", false, false, List.of(), null),
                                new Field("pages", FieldType.INT, "Integer", false, false, List.of(), null)),
                        "rules.drl",
                        8));
        assertThat(types.get("Seat")).isNotNull().satisfies(seat -> {
            assertThat(seat.kind()).isEqualTo(DeclaredType.Kind.FACT);
            assertThat(seat.fields().get(0).key()).isTrue();
        });
    }

    @Test
    void allProblemsOfASchemeAreToldAtOnceInOrder() {
        // given
        SchemeText scheme = SchemeText.library()
                .rules("""
                        declare LateReturn extends Evnt
                            daysLate : double
                            weight : int @optional
                        end
                        declare Standing extends Fact
                        end
                        declare Rate extends Parameter
                            percent : int
                        end
                        rule "Twice" @reason( "{late days}" ) when LateReturn() then score.add( 1 ); end
                        rule "Twice" when LateReturn() then score.add( 1 ); end
                        """)
                .with(
                        "Rate.csv",
                        "from,to,reference,percent,colour\n2026-13-01,,a,five,red\n2026-02-01,2026-01-01,a,5,red\n")
                .with("Other.csv", "from,to,reference\n");
        // when, then
        assertThat(problems(scheme))
                .containsExactly(
                        "Other.csv:0 unknown-type no rule file declares `Other` as a Parameter",
                        "Rate.csv:1 unknown-column `Rate` declares no field `colour`",
                        "Rate.csv:2 wrong-value found `2026-13-01`, expected a date such as 2026-11-23",
                        "Rate.csv:2 wrong-value `percent` is `five`, expected a whole number from -2147483648 to 2147483647",
                        "Rate.csv:3 wrong-value the row ends before it begins",
                        "rules.drl:2 unknown-type `LateReturn` extends `Evnt`, which nothing declares",
                        "rules.drl:3 unsupported-field-type `daysLate` is of type `double`",
                        "rules.drl:4 optional-primitive `weight` is optional, but `int` cannot be absent",
                        "rules.drl:6 reserved-name `Standing` is a word of the vocabulary",
                        "rules.drl:11 bad-reason `{late days}` in the reason cannot be filled in",
                        "rules.drl:12 duplicate-rule `Twice` is the name of another rule at rules.drl:11");
    }

    @Test
    void aReasonThatCannotBeFilledInIsRefused() {
        assertThat(problemsOf("""
                                rule "A" @reason( "{$lat.daysLate}" ) when $late : LateReturn() then score.add( 1 ); end
                                rule "B" @reason( "{$late.dayLate}" ) when $late : LateReturn() then score.add( 1 ); end
                                rule "C" @reason( "{$late.daysLate} {$n}" ) when $late : LateReturn()
                                    accumulate( LateReturn(), $n : count( 1 ) ) then score.add( 1 ); end
                                """))
                .containsExactly(
                        "rules.drl:5 bad-reason `$lat` in the reason is bound by no condition",
                        "rules.drl:6 bad-reason `$late` has no field `dayLate`");
    }

    @Test
    void aRuleMayNotSetAFieldOfWhatWasStated() {
        assertThat(problemsOf("""
                                rule "Sets" when $late : LateReturn() then $late.setDaysLate( 0 ); end
                                rule "Modifies" when $late : LateReturn() then modify( $late ) { setDaysLate( 1 ) } end
                                """)).hasSize(2).allMatch(problem -> problem.contains("input-changed"));
    }

    @Test
    void arithmeticThatTheEngineWouldDropIsRefused() {
        assertThat(problemsOf("""
                                rule "Drops" when LateReturn( $weeks : daysLate / 7 ) then score.add( -$weeks ); end
                                rule "Keeps" when LateReturn( $weeks : ( daysLate / 7 ) ) then score.add( -$weeks ); end
                                """))
                .containsExactly("rules.drl:5 bare-arithmetic `$weeks : daysLate / 7` would bind less than it says");
    }

    @Test
    void aRuleWithTooManyCombinationsIsRefusedBeforeItIsBuilt() {
        // given
        String alternatives = "( LateReturn( daysLate == 1 ) or LateReturn( daysLate == 2 ) )\n".repeat(7);
        // when, then
        assertThat(problemsOf("rule \"Many\" when " + alternatives + " then score.add( 1 ); end"))
                .containsExactly("rules.drl:5 too-large `Many` has 128 combinations of `or`, more than the 64 allowed");
    }

    @Test
    void aFolderThatIsTooLargeIsRefusedUnread() {
        assertThat(problems(SchemeText.library().with("a.drl", "x".repeat(SchemeFolder.MOST_BYTES))))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("too-large");
    }

    @Test
    void aFaultOfOursIsAProblemOfTheSchemeWithAFile() {
        // given: a budget that no clock can count, which the build trips over
        BuildBudget faulty = new BuildBudget(Duration.ofSeconds(Long.MAX_VALUE), 1, true);
        // when
        Compilation compilation = RuleCompiler.compile(
                "library", SchemeText.library().rules(TYPES).folder(), faulty);
        // then
        assertThat(compilation.ruleBase()).isEmpty();
        assertThat(compilation.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.INTERNAL_FAULT);
            assertThat(problem.file()).isEqualTo("rules.drl");
            assertThat(problem.fix()).contains("report it");
        });
    }

    @Test
    void aTextLongerThanAnybodyReadsIsRefusedBeforeItIsBuilt() {
        assertThat(problemsOf("rule \"Long\" when LateReturn( daysLate > 1, \"" + "a".repeat(70_000)
                        + "\" != null ) then score.add( 1 ); end"))
                .containsExactly("rules.drl:5 too-large a text has 70002 letters, more than the 10000 allowed");
    }

    @Test
    void theWrongPackageIsRefused() {
        assertThat(problems(SchemeText.library().with("a.drl", "package elsewhere\n" + TYPES)))
                .containsExactly("a.drl:1 wrong-package the package is `elsewhere`");
    }

    @Test
    void aBrokenManifestIsToldByLineWithWhatWasMeant() {
        // given
        SchemeText scheme = SchemeText.library().rules(TYPES).with("scheme.yaml", """
                        title: Library
                        purpos: Lending
                        owner: The library
                        lawfulBasis: WISH
                        timeZone: Europe/Atlantis
                        score: { start: 5, floor: 10 }
                        services:
                          - { id: lending, title: Lending, essential: maybe, request: LoanRequest }
                          - { id: lending, title: Again, discloses: [everything] }
                        """);
        // when, then
        assertThat(problems(scheme))
                .contains(
                        "scheme.yaml:1 missing-key `purpose` is missing",
                        "scheme.yaml:2 unknown-key `purpos` is not known here",
                        "scheme.yaml:5 wrong-value `timeZone` is `Europe/Atlantis`, expected a time zone such as `Europe/Berlin`",
                        "scheme.yaml:6 wrong-value `start` is not between `floor` and `ceiling`",
                        "scheme.yaml:8 wrong-value `essential` is `maybe`, expected true or false",
                        "scheme.yaml:9 duplicate-service the service `lending` is listed twice",
                        "scheme.yaml:8 unknown-type the service `lending` asks with `LoanRequest`, which no rule file declares as a Request");
        assertThat(scheme.compile().problems())
                .filteredOn(problem -> problem.code() == ProblemCode.UNKNOWN_KEY)
                .extracting(AuthorProblem::fix)
                .containsExactly("did you mean `purpose`?");
    }

    @Test
    void theRevisionNamesTheContentOfEveryFile() {
        // given
        SchemeText scheme = SchemeText.library().rules(TYPES);
        String before = scheme.folder().revision();
        // when, then
        assertThat(SchemeText.library().rules(TYPES).folder().revision()).isEqualTo(before);
        assertThat(scheme.with("notice.md", "Changed").folder().revision()).isNotEqualTo(before);
        assertThat(org.daylight.scheme.SchemeFolder.fromArchive(scheme.folder().archive())
                        .revision())
                .isEqualTo(scheme.folder().revision());
    }
}
