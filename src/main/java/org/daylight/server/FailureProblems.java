package org.daylight.server;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.store.StoreAway;
import org.daylight.store.StoreFailureException;
import org.jboss.logging.Logger;

/** Logs a failure's cause and tells the caller only the id to find it by. */
@Singleton
record FailureProblems(StoreWatch store) {
    private static final Logger LOG = Logger.getLogger(FailureProblems.class);

    Problem internal(Throwable failure) {
        return Problem.ours(
                500,
                "internal",
                "something went wrong here, not with the request; the log has it under `id`",
                logged("request failed", failure));
    }

    /** The problem of a write. The caller decides whether to send it again, and so is told whether it may be kept. */
    Problem store(StoreFailureException failure) {
        if (failure.maybeKept()) {
            return Problem.ours(
                    503,
                    "maybe-kept",
                    "the store did not say whether this is kept; a statement may be sent again as it is",
                    logged("the store failed", failure));
        }
        return Problem.ours(
                503, "not-kept", "the store could not keep this, and nothing of it was kept", noted(failure));
    }

    /** The problem of a request that a store which is away could not answer. All who are refused meanwhile are told one id. */
    Problem away(Throwable failure) {
        return Problem.ours(
                503,
                "store-away",
                "the store cannot be reached or read now, and nothing of this was kept",
                noted(failure));
    }

    private String noted(Throwable failure) {
        return StoreAway.isCauseOf(failure) ? store.away(failure) : logged("the store failed", failure);
    }

    private static String logged(String what, Throwable failure) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(RedactedFailureException.of(failure), "%s, id %s", what, id);
        return id;
    }

    /** The problem of a damaged record: tells its kind, and nothing of its content. */
    Problem damaged(String kind, Throwable damage) {
        String id = UUID.randomUUID().toString();
        LOG.errorf("a record is damaged: %s; `verify store` tells more, id %s", damage.getMessage(), id);
        return Problem.ours(
                500,
                "record-damaged",
                "a record of the kind `" + kind
                        + "` that this needs cannot be read: it was altered or damaged, and nothing of this was kept;"
                        + " `verify store` tells more",
                id);
    }

    /** The problem of a rule that failed: tells the rule, and not the failure's words, which may quote a citizen's data. */
    Problem evaluation(EvaluationFailedException failure) {
        String rule = failure.rule() == null ? "a rule" : "rule `" + failure.rule() + "`";
        String failed = rule + " of revision " + failure.revision() + " failed";
        String id = logged(failure.where() + " of revision " + failure.revision() + " failed", failure);
        return Problem.ours(500, "evaluation-failed", failed + ", so nothing was decided", id);
    }
}
