package org.daylight.explanation.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.explanation.language.SchemeLanguage;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.junit.jupiter.api.Test;

/** Rules that use much of their budget do not make an answer that asks them many times endless. */
class SlowRulesTest {
    private static final Instant AS_OF = Instant.parse("2026-03-10T08:00:00Z");
    private static final RuleBase SLOW = SchemeText.library().rules("""
            declare Returned extends Event @changeable( "more" ) book : String end
            declare Read extends Event @changeable( "more" ) book : String end
            declare Lent extends Event @changeable( "more" ) book : String end
            declare Bought extends Event @changeable( "more" ) book : String end
            declare Given extends Event @changeable( "more" ) book : String end
            declare Found extends Event @changeable( "more" ) book : String end
            declare Mended extends Event @changeable( "more" ) book : String end
            declare Cleaned extends Event @changeable( "more" ) book : String end
            rule "Counts long" @reason( "Counted" )
            when AsOf()
            then
                int turns = 0;
                while ( turns < 1900000 ) { turns = turns + 1; }
            end
            rule "Books" @reason( "Something with books" )
            when Returned() or Read() or Lent() or Bought() or Given() or Found() or Mended() or Cleaned() then score.add( 1 ); end
            rule "Never enough" @reason( "There are no books" )
            when Request( service == "lending" ) Standing( score < 900 ) then decision.refuse(); end
            """).ruleBase();
    private static final Inquiry INQUIRY = new Inquiry(SLOW, Given.dossier(), Question.of("lending", Map.of()), AS_OF);

    @Test
    void aSearchForChangesEndsAndSaysSo() {
        WhatIf whatIf = WhatIf.of(INQUIRY, Evaluation.assess(INQUIRY), SchemeLanguage.of(SLOW, null));
        assertThat(whatIf.ways()).isEmpty();
        assertThat(whatIf.exhausted()).isFalse();
        assertThat(whatIf.evaluations()).isBetween(18, 25);
    }

    @Test
    void aLookAheadEndsAndSaysUntilWhen() {
        FutureChanges changes = FutureChanges.of(INQUIRY, Evaluation.assess(INQUIRY), SchemeLanguage.of(SLOW, null));
        assertThat(changes.until()).isBetween(LocalDate.of(2026, 3, 25), LocalDate.of(2026, 4, 5));
        assertThat(changes.failed()).contains("takes more work than an answer may take");
    }
}
