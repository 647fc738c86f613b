package org.daylight.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.fixture.GeneratedQuestions;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.ServiceEntry;
import org.daylight.scheme.Statement;

/** No event, through no path, changes what an essential service answers, nor how the rules come to it. */
class EssentialServiceProperties {
    /** Tries to tell conduct from none by every means that rules have. */
    private static final RuleBase CURIOUS = SchemeText.library()
            .with("Limit.csv", "from,to,reference,days\n2020-01-01,,Terms,30\n")
            .rules("""
                    declare Late extends Event
                        days : int
                    end
                    declare VeryLate extends Late
                        weeks : int
                    end
                    declare Home extends Fact
                        rooms : int
                    end
                    declare Limit extends Parameter
                        days : int
                    end
                    declare Mark
                        weight : long
                        why : String
                    end
                    declare Bag
                        held : java.util.List
                        any : Object
                    end
                    function java.util.List box() { java.util.List l = new java.util.ArrayList(); l.add( new java.util.ArrayList() ); return l; }
                    function int size( java.util.List l ) { return l.size(); }
                    query lateAtAll() Late() end
                    rule "Points" when $l : Late( $d : days ) then score.add( -$d ); insert( new Mark( $d, "late" ) ); end
                    rule "Over" when Limit( $m : days ) Late( days > $m ) then insert( new Mark( 1, "over" ) ); end
                    rule "Kept" when Late( $d : days ) $l : java.util.List() from box() then $l.add( $d ); score.add( $l.size() ); end
                    rule "Bag" when accumulate( Late( $d : days ); $l : collectList( $d ) ) then insert( new Bag( $l, "n" + $l.size() ) ); end
                    rule "Collected" salience( box().size() ) when $l : java.util.List( size > 0 ) from collect( Late() ) then insert( new Mark( size( $l ), "collected" ) ); end
                    rule "Trusted" when Standing( score > 400 ) then insert( new Mark( 7, "trusted" ) ); end
                    rule "Asked" when ?lateAtAll() then insert( new Mark( 9, "asked" ) ); end
                    rule "Marked" when Request( service == "reading-room" ) Mark( $w : weight ) then decision.refer(); decision.term( "w" + $w, $w ); end
                    rule "Open" when Request( service == "reading-room" ) Home( rooms > 0 ) not Mark() then decision.grant(); end
                    rule "Shut" when Request( service == "reading-room" ) not Standing() not Home() then decision.refuse(); end
                    rule "Counted" when Request( service == "reading-room" ) Bag( $h : held, size( held ) > 0 ) then decision.refuse(); decision.term( "size", $h.size() ); end
                    rule "Seen" when Request( service == "reading-room" ) accumulate( Object(); $n : count( 1 ) ) then decision.term( "seen", $n ); end
                    rule "Same box" when Request( service == "reading-room" ) $l : java.util.List( size > 0 ) from box() then decision.term( "box", $l.size() ); end
                    rule "None late" when Request( service == "reading-room" ) forall( Late( days < 10 ) ) then decision.grant(); end
                    """)
            .ruleBase();

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void noEventChangesAnAnswerOfAShippedScheme(@ForAll("inquiries") Inquiry inquiry) {
        isTheSameWithoutEvents(inquiry);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void noEventChangesAnAnswerOfRulesThatLookForIt(@ForAll("curious") Inquiry inquiry) {
        isTheSameWithoutEvents(inquiry);
    }

    @Provide
    Arbitrary<Inquiry> inquiries() {
        return ShippedSchemes.inquiries();
    }

    @Provide
    Arbitrary<Inquiry> curious() {
        return GeneratedQuestions.about(CURIOUS);
    }

    private static void isTheSameWithoutEvents(Inquiry inquiry) {
        List<Question> questions = essential(inquiry);
        Assume.that(!questions.isEmpty());
        Dossier all = inquiry.dossier();
        List<Statement> facts = all.statements().stream()
                .filter(statement -> statement.kind() != Statement.Kind.EVENT)
                .toList();
        Dossier withoutEvents = new Dossier(all.scheme(), all.citizen(), all.enrolled(), facts);
        for (Question question : questions) {
            Inquiry asked = new Inquiry(inquiry.rules(), all, question, inquiry.asOf());
            assertThat(told(asked)).isEqualTo(told(asked.with(withoutEvents)));
        }
    }

    /** A question for each essential service that the scheme decides without conduct. */
    private static List<Question> essential(Inquiry inquiry) {
        Question made = inquiry.requireQuestion();
        return inquiry.rules().scheme().services().stream()
                .filter(ServiceEntry::essential)
                .filter(service -> service.id().equals(made.service()) || service.request() == null)
                .map(service -> service.id().equals(made.service()) ? made : Question.of(service.id(), Map.of()))
                .toList();
    }

    /** The answer and every firing that led to it; what was set aside differs, and tells that the events were. */
    private static List<Object> told(Inquiry inquiry) {
        try {
            Assessment assessed = Evaluation.assess(inquiry);
            assertThat(assessed.standing() == null || inquiry.rules().types().isNeedScheme())
                    .isTrue();
            return List.of(Objects.requireNonNull(assessed.decision()), assessed.trace());
        } catch (EvaluationFailedException failed) {
            return List.of(String.valueOf(failed.rule()), String.valueOf(failed.getMessage()));
        }
    }
}
