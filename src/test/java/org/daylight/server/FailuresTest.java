package org.daylight.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.rulebase.RuleBase;
import org.daylight.store.Database;
import org.daylight.store.StoreProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
    @TempDir
    Path directory;

    @Test
    void aRuleAtFaultIsNamedWithoutWhatItStumbledOver() {
        RuleBase rules = SchemeText.library().rules("""
                        declare Visit extends Event
                            room : String
                        end

                        rule "Says two rooms"
                            @reason( "Room" )
                        when
                            Visit( $room : room )
                        then
                            decision.term( "room", $room );
                            decision.term( "room", "cellar" );
                        end
                        """).ruleBase();
        EvaluationFailedException failure = catchThrowableOfType(
                EvaluationFailedException.class,
                () -> Evaluation.assess(new Inquiry(
                        rules,
                        Given.dossier(Given.event("Visit", "v1", "2026-01-01T00:00:00Z", Map.of("room", "attic"))),
                        new Question("lending", new TreeMap<>()),
                        Instant.parse("2026-02-01T00:00:00Z"))));

        Problem problem;
        try (Database database = Database.open(Stores.SQLITE.url(directory));
                StoreProbe probe = new StoreProbe(database)) {
            problem = new FailureProblems(new StoreWatch(probe)).evaluation(failure);
        }

        assertThat(String.valueOf(failure.getMessage()))
                .as("what the author is told")
                .contains("attic");
        StringWriter log = new StringWriter();
        RedactedFailureException.of(failure).printStackTrace(new PrintWriter(log));
        assertThat(log.toString())
                .contains("EvaluationFailed", "at org.daylight.")
                .doesNotContain("attic");
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.code()).isEqualTo("evaluation-failed");
        assertThat(problem.id()).hasSize(36);
        assertThat(problem.detail())
                .isEqualTo("rule `Says two rooms` of revision " + rules.revision() + " failed, so nothing was decided");
    }
}
