package org.daylight.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.sandbox.Meter;
import org.daylight.rulebase.source.ReasonTemplate;
import org.daylight.rulebase.source.RuleText;
import org.daylight.scheme.DeclaredType;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.rule.Match;

/**
 * Records a session's firings: the rule, the data it fires on, and its effects. The engine tells it before a
 * consequence runs, so authors never repeat a name, a reason or a cause.
 */
final class FiringRecorder extends DefaultAgendaEventListener implements RuleRuntimeEventListener {
    /** More firings than this are a rule set that feeds itself. */
    static final int MOST_FIRINGS = 10_000;
    /** More data than this, over all firings of an assessment, are too many to match and count. */
    static final int MOST_DATA = 200_000;
    /** More points, terms and conclusions than this nobody could follow. */
    static final int MOST_EFFECTS = 20_000;

    private static final int STEPS_OF_A_FIRING = 20;
    private static final int CAUSES_A_STEP = 4;

    private final RuleBase rules;
    private final Provenance provenance;
    private final ReasonRenderer renderer;
    private final List<Firing> firings = new ArrayList<>();
    private final AnswerSize answer = new AnswerSize();
    private int dataCount;
    private int effectCount;
    private @Nullable Current current;
    private @Nullable EvaluationFailedException failure;

    FiringRecorder(RuleBase rules, Provenance provenance, ReasonRenderer renderer) {
        this.rules = rules;
        this.provenance = provenance;
        this.renderer = renderer;
    }

    /** The firing under way. */
    record Current(
            int number,
            RuleText rule,
            @Nullable String reason,
            MatchedData data,
            SortedMap<String, @Nullable Object> bindings,
            List<String> causes,
            List<Effect> effects) {}

    List<Firing> firings() {
        return firings;
    }

    /** The first failure, even where an author's code caught the exception; null while all is well. */
    @Nullable
    EvaluationFailedException failure() {
        return failure;
    }

    /** The rule whose consequence is running, or null between firings. */
    @Nullable
    String firing() {
        return current == null ? null : current.rule().name();
    }

    /** The firing under way; verbs work in consequences only. */
    Current current() {
        if (current == null) {
            throw fail("a verb was used outside a consequence");
        }
        if (failure != null) {
            // An author's code caught it, and goes on.
            throw failure;
        }
        return current;
    }

    /** Notes an effect of the firing under way. */
    void effect(Effect effect) {
        current().effects().add(effect);
        answer.add(effect.name(), effect.value());
        if (++effectCount > MOST_EFFECTS) {
            throw fail("inserted, changed, scored and decided more than " + MOST_EFFECTS + " times");
        }
        checkAnswer();
    }

    /** Notes what a firing's reason stands beside in the answer once more, with the statements that it rests on. */
    void repeated(Current firing, List<String> causes) {
        answer.add(firing.rule().name(), firing.reason(), firing.rule().cites());
        answer.addAll(causes);
        checkAnswer();
    }

    private void checkAnswer() {
        if (answer.isExceeded()) {
            throw fail("made an answer of more than " + AnswerSize.MOST_LETTERS + " letters");
        }
    }

    /** Makes the exception that ends the assessment, for the caller to throw; kept too, lest an author's code swallow it. */
    EvaluationFailedException fail(String message) {
        return fail(firing(), message);
    }

    private EvaluationFailedException fail(@Nullable String rule, String message) {
        EvaluationFailedException failed = new EvaluationFailedException(
                FailingRule.named(rule, rules).orElse(null), rules.revision(), message, null);
        if (failure == null) {
            failure = failed;
        }
        return failed;
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        Match match = event.getMatch();
        RuleText rule = rules.rule(match.getRule().getName()).orElseThrow();
        MatchedData data = MatchedData.of(match);
        List<Object> objects = new ArrayList<>(data.matched());
        objects.addAll(data.counted());
        dataCount += objects.size();
        // Data are told of one by one, and the causes of all of them gathered.
        Meter.enter(rule.name(), STEPS_OF_A_FIRING + objects.size() + provenance.countCauses(objects) / CAUSES_A_STEP);
        SortedMap<String, @Nullable Object> bindings = bindings(match);
        String reason = rule.reason() == null ? null : reason(rule, match);
        current = new Current(
                firings.size() + 1, rule, reason, data, bindings, provenance.causes(objects), new ArrayList<>());
        answer.add(rule.name(), rule.file(), rule.cites(), reason);
        bindings.forEach(answer::add);
        checkAnswer();
        if (firings.size() == MOST_FIRINGS) {
            throw fail("rules fired more than " + MOST_FIRINGS + " times");
        }
        if (dataCount > MOST_DATA) {
            throw fail("rules fired on more than " + MOST_DATA + " data");
        }
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        Current firing = current();
        List<Datum> matched = provenance.shown(firing.data().matched(), firing.rule());
        List<Datum> counted = provenance.shown(firing.data().counted(), firing.rule()).stream()
                .sorted(Comparator.comparing(Datum::id))
                .toList();
        answer.addData(matched);
        answer.addData(counted);
        checkAnswer();
        firings.add(new Firing(
                firing.number(),
                firing.rule().name(),
                rules.revision(),
                firing.rule().file(),
                firing.rule().line(),
                firing.reason(),
                firing.rule().cites(),
                matched,
                counted,
                firing.bindings(),
                firing.effects()));
        current = null;
    }

    private @Nullable String reason(RuleText rule, Match match) {
        ReasonTemplate template = renderer.reason(rule);
        if (template == null) {
            return null;
        }
        ReasonValues values = new ReasonValues(template, match);
        try {
            return template.fill(place -> renderer.shown(place, values.at(place)));
        } catch (ReasonValues.NotShownException notShown) {
            throw fail(rule.name(), String.valueOf(notShown.getMessage()));
        }
    }

    private static SortedMap<String, @Nullable Object> bindings(Match match) {
        SortedMap<String, @Nullable Object> bindings = new TreeMap<>();
        Map<String, ?> declared = ((RuleImpl) match.getRule()).getDeclarations();
        for (String name : declared.keySet()) {
            if (!name.startsWith("GENERATED")) {
                PlainValue.of(match.getDeclarationValue(name)).ifPresent(value -> bindings.put(name, value));
            }
        }
        return bindings;
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        if (current == null) {
            return;
        }
        Object inserted = event.getObject();
        String type = inserted.getClass().getSimpleName();
        if (!inserted.getClass().getPackageName().equals(rules.scheme().packageName())) {
            String what = inserted instanceof Iterable<?> ? "a collection" : "a `" + type + "`";
            throw fail("inserted " + what + ", which the scheme does not declare");
        }
        if (!rules.types().is(type, DeclaredType.Kind.DERIVED)) {
            throw fail("inserted a `" + type + "`; a rule concludes, and inserts declared types that extend nothing");
        }
        String id = provenance.derived(inserted, current.causes());
        effect(new Effect("insert", id, null, null));
    }

    @Override
    public void objectUpdated(ObjectUpdatedEvent event) {
        changed("update", event.getObject());
    }

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {
        changed("delete", event.getOldObject());
    }

    private void changed(String verb, Object object) {
        if (current == null) {
            return;
        }
        if (provenance.isInput(object)) {
            throw fail("tried to " + verb + " a `" + object.getClass().getSimpleName() + "` that no rule inserted");
        }
        effect(new Effect(verb, provenance.id(object), null, null));
    }
}
