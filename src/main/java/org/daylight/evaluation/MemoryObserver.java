package org.daylight.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.drools.core.common.InternalFactHandle;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;

/** Notes what data there was when a rule fired and when a step ended. */
final class MemoryObserver extends DefaultAgendaEventListener implements RuleRuntimeEventListener {
    private final List<WorkingMemorySnapshot> beforeFirings = new ArrayList<>();
    private final List<ObservedAssessment.StepEnd> stepEnds = new ArrayList<>();
    private @Nullable KieSession session;
    private @Nullable Provenance provenance;
    /** Of data that has not changed since; most rules change none, so that many firings share one sight. */
    private @Nullable WorkingMemorySnapshot current;

    void follow(KieSession followed, Provenance itsData) {
        session = followed;
        provenance = itsData;
        followed.addEventListener((org.kie.api.event.rule.AgendaEventListener) this);
        followed.addEventListener((RuleRuntimeEventListener) this);
    }

    void stepEnds() {
        stepEnds.add(new ObservedAssessment.StepEnd(now(), beforeFirings.size()));
    }

    ObservedAssessment observed(Assessment assessment) {
        return new ObservedAssessment(assessment, beforeFirings, stepEnds);
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        beforeFirings.add(now());
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

    private WorkingMemorySnapshot now() {
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
                .map(object -> new WorkingMemorySnapshot.Seen(ids.id(object), object))
                .toList());
        return current;
    }
}
