package org.daylight.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daylight.rulebase.FactFactory;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.sandbox.Budget;
import org.daylight.rulebase.sandbox.BudgetExhaustedException;
import org.daylight.rulebase.sandbox.Meter;
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
import org.drools.base.util.Drools;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;

/** The evaluation: a pure function in two steps, first the score, then the question. */
public final class Evaluation {
    /** The engine's version, such as {@code drools 10.2.0}: an outcome is only sure to be found again by the same engine. */
    public static final String ENGINE_VERSION = "drools " + Drools.getFullVersion();

    /** What an assessment costs besides its steps: a session is got ready and swept, the dossier is made into data. */
    private static final long STEPS_OF_A_SESSION = 1_000;

    private final Inquiry inquiry;
    private final RuleBase rules;
    private final Manifest manifest;

    private final Provenance provenance = new Provenance();
    private final FiringRecorder recorder;
    private final ScoreLedger ledger;
    private final RuleActions actions;
    /** Null unless somebody observes: a plain assessment pays nothing for it. */
    private final @Nullable MemoryObserver observer;

    /**
     * An assessment and what it took.
     *
     * @param steps in all, those of what was tried for a refusal of somebody not scored among them
     */
    public record Measured(Assessment assessment, long steps) {}

    private Evaluation(Inquiry inquiry, ReasonRenderer renderer, @Nullable MemoryObserver observer) {
        this.inquiry = inquiry;
        this.rules = inquiry.rules();
        this.manifest = rules.scheme().manifest();
        this.recorder = new FiringRecorder(rules, provenance, renderer);
        this.ledger = new ScoreLedger(manifest.score());
        this.actions = new RuleActions(recorder, ledger);
        this.observer = observer;
    }

    /**
     * Assesses a citizen.
     *
     * @throws EvaluationFailedException when a rule throws or does not end; there is no decision then
     */
    public static Assessment assess(Inquiry inquiry) {
        return assess(inquiry, ReasonRenderer.AS_WRITTEN);
    }

    /** As {@link #assess(Inquiry)}, its reasons in other words; nothing else differs. */
    public static Assessment assess(Inquiry inquiry, ReasonRenderer renderer) {
        return new Evaluation(inquiry, renderer, null).assess().assessment();
    }

    /** As {@link #assess(Inquiry)}, with its steps: for whoever assesses many times and has to come to an end. */
    public static Measured measure(Inquiry inquiry) {
        return new Evaluation(inquiry, ReasonRenderer.AS_WRITTEN, null).assess();
    }

    /** As {@link #assess(Inquiry)}, with the data that the rules saw: for whoever explains an assessment or cross-checks it. */
    public static ObservedAssessment observe(Inquiry inquiry) {
        MemoryObserver observer = new MemoryObserver();
        return observer.observed(new Evaluation(inquiry, ReasonRenderer.AS_WRITTEN, observer)
                .assess()
                .assessment());
    }

    /** The assessment as if the citizen had a standing that nobody has. */
    static Measured suppose(Inquiry inquiry, Standing standing, Budget budget) {
        Evaluation evaluation = new Evaluation(inquiry, ReasonRenderer.AS_WRITTEN, null);
        return evaluation.assess(budget, standing);
    }

    private Measured assess() {
        Measured measured = assess(rules.budget(), null);
        Assessment assessed = measured.assessment();
        boolean refused = assessed.decision() != null && assessed.decision().outcome() == Outcome.REFUSED;
        return refused && assessed.standing() == null
                ? UnscoredRefusal.review(inquiry, measured, actions.votes())
                : measured;
    }

    private Measured assess(Budget budget, @Nullable Standing supposed) {
        StatementSelection selection = StatementSelection.of(inquiry);
        return rules.sessions().use(budget, (session, meter) -> {
            Assessment assessment = assess(selection, session, meter, supposed);
            return new Measured(assessment, STEPS_OF_A_SESSION + meter.spent());
        });
    }

    private Assessment assess(
            StatementSelection selection, KieSession session, Meter meter, @Nullable Standing supposed) {
        listen(session);
        step(session, meter, () -> insertWhatIsKnown(session, selection));
        Standing standing = supposed == null ? standing(selection) : supposed;
        actions.closeScore();
        Optional<ServiceEntry> service = inquiry.service();
        service.ifPresent(asking -> step(session, meter, () -> insertQuestion(session, asking, standing)));
        return new Assessment(
                rules.scheme().id(),
                rules.revision(),
                inquiry.asOf(),
                manifest.score().start(),
                standing == null ? List.of() : ledger.lines(),
                standing,
                service.map(ServiceEntry::id).map(this::answer).orElse(null),
                recorder.firings(),
                selection.setAside());
    }

    private DecisionResult answer(String service) {
        actions.votes().conflict().ifPresent(conflict -> {
            FailingRule rule = FailingRule.named(conflict.rule(), rules).orElse(null);
            throw new EvaluationFailedException(rule, rules.revision(), conflict.message(), null);
        });
        return actions.votes().answer(service);
    }

    private void listen(KieSession session) {
        session.setGlobal("score", actions.score());
        session.setGlobal("decision", actions.decision());
        session.addEventListener((AgendaEventListener) recorder);
        session.addEventListener((RuleRuntimeEventListener) recorder);
        if (observer != null) {
            observer.follow(session, provenance);
        }
    }

    private void insertWhatIsKnown(KieSession session, StatementSelection selection) {
        LocalDate today = manifest.dayOf(inquiry.asOf());
        provide(session, new AsOf(today, inquiry.asOf()), "as-of");
        for (ParameterRow row : rules.parameters()) {
            if (row.inForceOn(today)) {
                Parameter parameter = (Parameter) factory(row.type()).make(row.data());
                parameter.enacted(row.from(), row.to(), row.reference());
                provenance.stated(parameter, row.id());
                session.insert(parameter);
            }
        }
        Stream.concat(selection.facts().stream(), selection.events().stream()).forEach(selected -> {
            Statement statement = selected.statement();
            LocalDate day = manifest.dayOf(statement.validAt());
            Object data = selected.factory().make(statement.data());
            if (data instanceof Event event) {
                event.happened(statement.validAt(), day);
            } else {
                ((Fact) data).holds(statement.validAt(), day);
            }
            provenance.stated(data, statement.reference());
            session.insert(data);
        });
    }

    private FactFactory factory(String type) {
        return rules.factory(type).orElseThrow();
    }

    private void provide(KieSession session, Object object, String id) {
        provenance.provided(object, id);
        session.insert(object);
    }

    /** The standing; null, which means not scored, without enrolment, with too few events, or where conduct must not count. */
    private @Nullable Standing standing(StatementSelection selection) {
        if (inquiry.isWithoutConduct()
                || !inquiry.dossier().enrolled()
                || selection.events().size() < manifest.score().minimumEvents()) {
            return null;
        }
        long score = ledger.close();
        return new Standing(score, manifest.band(score));
    }

    private void insertQuestion(KieSession session, ServiceEntry service, @Nullable Standing standing) {
        if (standing != null) {
            provide(session, standing, "standing");
        }
        String type = service.request();
        Request request = type == null
                ? new Request()
                : (Request) factory(type).make(inquiry.requireQuestion().attributes());
        request.ask(service.id());
        provide(session, request, "request");
    }

    /** Inserts data and fires the rules. Whatever an author's code throws becomes a failure of its rule. */
    private void step(KieSession session, Meter meter, Runnable insert) {
        try {
            insert.run();
            session.fireAllRules();
        } catch (OutOfMemoryError heapIsFull) {
            throw heapIsFull;
        } catch (Throwable thrown) {
            throw failure(meter, thrown);
        }
        // An author's code may have caught what was thrown.
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
            return failure(
                    FailingRule.named(exhausted.rule(), rules).or(() -> FailingRule.named(recorder.firing(), rules)),
                    String.valueOf(exhausted.getMessage()),
                    exhausted);
        }
        EvaluationFailedException own = recorder.failure();
        if (own != null) {
            return own;
        }
        String message = RuleFailureText.describe(thrown);
        Optional<FailingRule> rule = FailingRule.of(thrown, recorder.firing(), rules)
                .or(() -> FailingRule.named(meter.rule(), rules))
                .or(() -> FailingRule.named(recorder.firing(), rules));
        return failure(rule, message, thrown);
    }

    private EvaluationFailedException failure(Optional<FailingRule> rule, String message, @Nullable Throwable thrown) {
        return new EvaluationFailedException(rule.orElse(null), rules.revision(), message, thrown);
    }
}
