package org.daylight.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.daylight.rulebase.FactFactory;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.sandbox.BudgetExhaustedException;
import org.daylight.rulebase.sandbox.Meter;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.ParameterRow;
import org.daylight.scheme.ServiceEntry;
import org.daylight.scheme.Statement;
import org.daylight.vocabulary.AsOf;
import org.daylight.vocabulary.Event;
import org.daylight.vocabulary.Fact;
import org.daylight.vocabulary.Parameter;
import org.daylight.vocabulary.Request;
import org.daylight.vocabulary.Standing;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;

/** The evaluation: a pure function in two steps, first the score, then the question. */
public final class Evaluation {
    private final RuleBase rules;
    private final Manifest manifest;
    private final Instant asOf;
    private final @Nullable ServiceEntry service;
    /** Whether events, and a score made from events, must stay out. */
    private final boolean withoutConduct;

    private final Provenance provenance = new Provenance();
    private final FiringRecorder recorder;
    private final ScoreLedger ledger;
    private final RuleActions actions;
    /** Null unless somebody observes: a plain assessment pays nothing for it. */
    private final @Nullable MemoryObserver observer;

    private Evaluation(
            RuleBase rules,
            @Nullable Question question,
            Instant asOf,
            ReasonRenderer renderer,
            @Nullable MemoryObserver observer) {
        this.rules = rules;
        this.manifest = rules.scheme().manifest();
        this.asOf = asOf;
        this.service = question == null ? null : service(rules, question.service());
        this.withoutConduct =
                service != null && service.essential() && !rules.types().isNeedScheme();
        this.recorder = new FiringRecorder(rules, provenance, renderer);
        this.ledger = new ScoreLedger(manifest.score());
        this.actions = new RuleActions(recorder, ledger);
        this.observer = observer;
    }

    private static ServiceEntry service(RuleBase rules, String id) {
        return rules.scheme()
                .manifest()
                .service(id)
                .orElseThrow(() -> new IllegalArgumentException("the scheme has no service `" + id + "`"));
    }

    /**
     * Assesses a citizen.
     *
     * @param rules the revision to decide by
     * @param dossier may hold more than is valid at {@code asOf}; the order of its statements does not matter
     * @param question what a service asks, or null when only the standing is wanted; its attributes fit the service's request type
     * @param asOf the moment asked about
     * @throws EvaluationFailedException when a rule throws or does not end; there is no decision then
     */
    public static Assessment assess(RuleBase rules, Dossier dossier, @Nullable Question question, Instant asOf) {
        return assess(rules, dossier, question, asOf, ReasonRenderer.AS_WRITTEN);
    }

    /** As {@link #assess(RuleBase, Dossier, Question, Instant)}, its reasons in other words; nothing else differs. */
    public static Assessment assess(
            RuleBase rules, Dossier dossier, @Nullable Question question, Instant asOf, ReasonRenderer renderer) {
        return new Evaluation(rules, question, asOf, renderer, null).assess(dossier, question);
    }

    /** As {@link #assess(RuleBase, Dossier, Question, Instant)}, with the data that the rules saw: for whoever explains an assessment or cross-checks it. */
    public static ObservedAssessment observe(
            RuleBase rules, Dossier dossier, @Nullable Question question, Instant asOf) {
        MemoryObserver observer = new MemoryObserver();
        Assessment assessment =
                new Evaluation(rules, question, asOf, ReasonRenderer.AS_WRITTEN, observer).assess(dossier, question);
        return observer.observed(assessment);
    }

    private Assessment assess(Dossier dossier, @Nullable Question question) {
        StatementSelection selection = StatementSelection.of(rules, dossier, asOf, withoutConduct);
        KieSession session = rules.sessions().borrow();
        Meter meter = Meter.start(rules.budget());
        boolean clean = false;
        try {
            session.setGlobal("score", actions.score());
            session.setGlobal("decision", actions.decision());
            session.addEventListener((org.kie.api.event.rule.AgendaEventListener) recorder);
            session.addEventListener((org.kie.api.event.rule.RuleRuntimeEventListener) recorder);
            if (observer != null) {
                observer.follow(session, provenance);
            }
            guarded(meter, () -> {
                insertWhatIsKnown(session, selection);
                session.fireAllRules();
            });
            Standing standing = standing(dossier, selection);
            actions.closeScore(standing != null);
            if (question != null) {
                guarded(meter, () -> {
                    insertQuestion(session, question, standing);
                    session.fireAllRules();
                });
            }
            clean = true;
            return new Assessment(
                    rules.scheme().id(),
                    rules.revision(),
                    asOf,
                    manifest.score().start(),
                    standing == null ? List.of() : ledger.lines(),
                    standing,
                    question == null ? null : actions.combine(question.service()),
                    recorder.firings(),
                    selection.setAside());
        } finally {
            meter.stop();
            if (clean) {
                rules.sessions().giveBack(session);
            } else {
                rules.sessions().discard(session);
            }
        }
    }

    private void insertWhatIsKnown(KieSession session, StatementSelection selection) {
        ZoneId zone = manifest.timeZone();
        LocalDate today = asOf.atZone(zone).toLocalDate();
        provide(session, new AsOf(today, asOf), "as-of");
        for (ParameterRow row : rules.parameters()) {
            if (row.inForceOn(today)) {
                Parameter parameter = (Parameter) maker(row.type()).make(row.data());
                parameter.enacted(row.from(), row.to(), row.reference());
                provenance.stated(parameter, row.id());
                session.insert(parameter);
            }
        }
        for (StatementSelection.Admitted admitted : selection.facts()) {
            Statement stated = admitted.statement();
            Fact fact = (Fact) admitted.maker().make(stated.data());
            fact.holds(stated.validAt(), stated.validAt().atZone(zone).toLocalDate());
            provenance.stated(fact, stated.reference());
            session.insert(fact);
        }
        for (StatementSelection.Admitted admitted : selection.events()) {
            Statement stated = admitted.statement();
            Event event = (Event) admitted.maker().make(stated.data());
            event.happened(stated.validAt(), stated.validAt().atZone(zone).toLocalDate());
            provenance.stated(event, stated.reference());
            session.insert(event);
        }
    }

    private FactFactory maker(String type) {
        return rules.maker(type).orElseThrow();
    }

    private void provide(KieSession session, Object object, String id) {
        provenance.provided(object, id);
        session.insert(object);
    }

    /** Null, which is not scored: without enrolment, with too few events, or where conduct must not count. */
    private @Nullable Standing standing(Dossier dossier, StatementSelection selection) {
        if (withoutConduct
                || !dossier.enrolled()
                || selection.events().size() < manifest.score().minimumEvents()) {
            return null;
        }
        long score = ledger.close();
        return new Standing(score, manifest.band(score));
    }

    private void insertQuestion(KieSession session, Question question, @Nullable Standing standing) {
        if (standing != null) {
            provide(session, standing, "standing");
        }
        String type = service == null ? null : service.request();
        Request request = type == null ? new Request() : (Request) maker(type).make(question.attributes());
        request.ask(question.service());
        provide(session, request, "request");
    }

    /** Runs what may run an author's code. However it fails, it fails as a rule. */
    private void guarded(Meter meter, Runnable work) {
        try {
            work.run();
        } catch (OutOfMemoryError notTheRules) {
            throw notTheRules;
        } catch (Throwable thrown) {
            throw failure(meter, thrown);
        }
        // What an author's code caught is a failure all the same.
        if (meter.exhausted() != null || recorder.failure() != null) {
            throw failure(meter, null);
        }
        if (observer != null) {
            observer.stepEnds();
        }
    }

    private EvaluationFailedException failure(Meter meter, @Nullable Throwable thrown) {
        BudgetExhaustedException exhausted = meter.exhausted();
        if (exhausted != null) {
            return new EvaluationFailedException(
                    exhausted.rule(), rules.revision(), String.valueOf(exhausted.getMessage()), exhausted);
        }
        EvaluationFailedException own = recorder.failure();
        if (own != null) {
            return own;
        }
        String message = RuleFailureText.words(thrown);
        return new EvaluationFailedException(recorder.firing(), rules.revision(), message, thrown);
    }
}
