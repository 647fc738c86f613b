package org.daylight.rulebase;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import org.daylight.rulebase.sandbox.Budget;
import org.daylight.rulebase.sandbox.Meter;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * Empty sessions of one rule base, kept for reuse: emptying one costs a fraction of making one, the more the more rules there
 * are. The engine's own pool has no way to leave out a session that failed, so the few lines are here.
 */
public final class Sessions {
    private final KieBase engine;
    private final ConcurrentLinkedQueue<StatefulKnowledgeSessionImpl> idle = new ConcurrentLinkedQueue<>();

    Sessions(KieBase engine) {
        this.engine = engine;
    }

    /**
     * Does metered work in a session that has no data, listeners or globals; as many exist as were ever in use at once.
     * It is emptied and kept, unless the work fails: then it may hold anything.
     */
    public <T> T use(Budget budget, BiFunction<KieSession, Meter, T> work) {
        StatefulKnowledgeSessionImpl reused = idle.poll();
        StatefulKnowledgeSessionImpl session =
                reused == null ? (StatefulKnowledgeSessionImpl) engine.newKieSession() : reused;
        Meter meter = Meter.start(budget);
        boolean succeeded = false;
        try {
            T result = work.apply(session, meter);
            succeeded = true;
            return result;
        } finally {
            meter.stop();
            if (succeeded) {
                session.reset();
                idle.add(session);
            } else {
                discard(session);
            }
        }
    }

    /**
     * Empties a session too, for others may still hold it, such as a log's record of what the engine did: what was joined until
     * then can be most of the heap.
     */
    private static void discard(StatefulKnowledgeSessionImpl session) {
        try {
            session.reset();
        } catch (RuntimeException halfDone) {
            // Wherever the work was stopped: what matters is that the session is not used again.
        } finally {
            session.dispose();
        }
    }
}
