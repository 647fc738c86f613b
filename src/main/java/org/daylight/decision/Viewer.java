package org.daylight.decision;

import java.security.Principal;
import java.util.function.Function;
import java.util.function.Predicate;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.StrictJson;

/**
 * Somebody who wants to read, and what of decisions and standings they may. That a decision was made about somebody is told to
 * those only who might read it.
 *
 * @param name the principal; for a citizen, the citizen's id
 * @param isOfficial whether it is an auditor or caseworker, who may read about anybody
 */
public record Viewer(String name, boolean isOfficial, boolean isCitizen, boolean isService) {

    public static Viewer of(Principal caller, Predicate<String> hasRole) {
        return new Viewer(
                caller.getName(),
                hasRole.test("auditor") || hasRole.test("caseworker"),
                hasRole.test("citizen"),
                hasRole.test("service"));
    }

    /** Everything about this citizen. */
    public boolean mayReadAllOf(String about) {
        return isOfficial || (isCitizen && name.equals(about));
    }

    private boolean mayReadAllOf(DecisionHeader header) {
        return mayReadAllOf(header.citizen());
    }

    /**
     * A decision all of which the viewer may read.
     *
     * @throws CallerProblemException where there is none, or its citizen was erased
     */
    public Decision read(Decisions decisions, String id) {
        return read(decisions, id, Function.identity(), header -> {
            throw erased(header);
        });
    }

    /** The same, as a page about it, or about what is left of one whose citizen was erased. */
    public <T> T read(
            Decisions decisions, String id, Function<Decision, T> page, Function<DecisionHeader, T> erasedPage) {
        return read(decisions, id, this::mayReadAllOf, page, erasedPage);
    }

    /** As much of a decision as the viewer may read: at least what the service that asked was told. */
    Object readAnswer(Decisions decisions, String id) {
        return read(
                decisions,
                id,
                header -> mayReadAllOf(header) || (isService && name.equals(header.by())),
                decision -> mayReadAllOf(decision.header())
                        ? DecisionViews.whole(decision)
                        : DecisionViews.disclosed(decision),
                header -> {
                    throw erased(header);
                });
    }

    private static <T> T read(
            Decisions decisions,
            String id,
            Predicate<DecisionHeader> mayRead,
            Function<Decision, T> page,
            Function<DecisionHeader, T> erasedPage) {
        try {
            Decision decision = decisions
                    .find(id)
                    .filter(found -> mayRead.test(found.header()))
                    .orElseThrow(() -> unknown(id));
            return page.apply(decision);
        } catch (ErasedDecisionException gone) {
            if (mayRead.test(gone.header())) {
                return erasedPage.apply(gone.header());
            }
            throw unknown(id);
        }
    }

    private static CallerProblemException erased(DecisionHeader header) {
        return CallerProblemException.of(
                410, "erased", "id", StrictJson.cut(header.id()), "a decision about somebody who was not erased");
    }

    private static CallerProblemException unknown(String id) {
        return CallerProblemException.of(
                404, "unknown-decision", "id", StrictJson.cut(id), "the id of a decision you may read");
    }
}
