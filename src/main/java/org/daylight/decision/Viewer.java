package org.daylight.decision;

import java.security.Principal;
import java.util.function.Function;
import java.util.function.Predicate;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.StrictJson;

/**
 * A caller who reads decisions or standings, by roles. Callers who may not read a decision are not told that it exists.
 *
 * @param name the principal; for a citizen, the citizen's id
 * @param isOfficial whether the caller is an auditor or caseworker, who may read about anybody
 */
public record Viewer(String name, boolean isOfficial, boolean isCitizen, boolean isService) {

    public static Viewer of(Principal caller, Predicate<String> hasRole) {
        return new Viewer(
                caller.getName(),
                hasRole.test("auditor") || hasRole.test("caseworker"),
                hasRole.test("citizen"),
                hasRole.test("service"));
    }

    /** Whether the viewer may read everything about a citizen. */
    public boolean mayReadAllOf(String citizen) {
        return isOfficial || (isCitizen && name.equals(citizen));
    }

    /**
     * The decision, when the viewer may read all of it.
     *
     * @throws CallerProblemException 404 where there is none that the viewer may read, 410 where its citizen was erased
     */
    public Decision read(Decisions decisions, String id) {
        return read(decisions, id, Function.identity(), header -> {
            throw erased(header);
        });
    }

    /**
     * The page about a decision, when the viewer may read all of it.
     *
     * @param erasedPage makes the page where the decision's citizen was erased
     * @throws CallerProblemException 404 where there is none that the viewer may read
     */
    public <T> T read(
            Decisions decisions, String id, Function<Decision, T> page, Function<DecisionHeader, T> erasedPage) {
        return read(decisions, id, header -> mayReadAllOf(header.citizen()), page, erasedPage);
    }

    /** The whole decision, or to the service that asked for it, the parts that were disclosed to it. */
    Object readAnswer(Decisions decisions, String id) {
        return read(
                decisions,
                id,
                header -> mayReadAllOf(header.citizen()) || (isService && name.equals(header.recordedBy())),
                decision -> mayReadAllOf(decision.header().citizen())
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
            return decisions
                    .find(id)
                    .filter(decision -> mayRead.test(decision.header()))
                    .map(page)
                    .orElseThrow(() -> unknown(id));
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
