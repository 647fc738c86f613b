package org.daylight.rulebase;

import java.util.concurrent.ConcurrentLinkedQueue;
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

    /** A session without data, listeners or globals. As many exist as were ever in use at once. */
    public KieSession borrow() {
        KieSession kept = idle.poll();
        return kept == null ? engine.newKieSession() : kept;
    }

    /** Empties a session that did its work, and keeps it. */
    public void giveBack(KieSession session) {
        StatefulKnowledgeSessionImpl used = (StatefulKnowledgeSessionImpl) session;
        used.reset();
        idle.add(used);
    }

    /** Takes a session out of use for good: after a failure nobody knows what is left in it. */
    public void discard(KieSession session) {
        session.dispose();
    }
}
