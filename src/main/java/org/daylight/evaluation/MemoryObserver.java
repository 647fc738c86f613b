package org.daylight.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.drools.core.common.InternalFactHandle;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;

/** Takes a snapshot of the working memory before each firing and at the end of each step. */
final class MemoryObserver extends DefaultAgendaEventListener implements RuleRuntimeEventListener {
    private final List<WorkingMemorySnapshot> beforeFirings = new ArrayList<>();
    private final List<ObservedAssessment.StepEnd> stepEnds = new ArrayList<>();
    private @Nullable KieSession session;
    private @Nullable Provenance provenance;
    /** The latest one, null once data has changed; most rules change none, so that many firings share a snapshot. */
    private @Nullable WorkingMemorySnapshot current;

    void follow(KieSession session, Provenance provenance) {
        this.session = session;
        this.provenance = provenance;
        session.addEventListener((AgendaEventListener) this);
        session.addEventListener((RuleRuntimeEventListener) this);
    }

    void stepEnds() {
        stepEnds.add(new ObservedAssessment.StepEnd(snapshot(), beforeFirings.size()));
    }

    ObservedAssessment observed(Assessment assessment) {
        return new ObservedAssessment(assessment, beforeFirings, stepEnds);
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        beforeFirings.add(snapshot());
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        current = null;
    }

    @Override
    public void objectUpdated(ObjectUpdatedEvent event) {
        current = null;
    }

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {
        current = null;
    }

    private WorkingMemorySnapshot snapshot() {
        if (current != null) {
            return current;
        }
        Provenance ids = provenance;
        if (session == null || ids == null) {
            throw new IllegalStateException("nothing is followed");
        }
        List<InternalFactHandle> handles = new ArrayList<>();
        session.getFactHandles().forEach(handle -> handles.add((InternalFactHandle) handle));
        handles.sort(Comparator.comparingLong(InternalFactHandle::getId));
        current = new WorkingMemorySnapshot(handles.stream()
                .map(InternalFactHandle::getObject)
                .map(object -> new WorkingMemorySnapshot.Item(ids.id(object), object))
                .toList());
        return current;
    }
}
