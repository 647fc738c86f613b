package org.daylight.rulebase;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.daylight.problem.Place;
import org.daylight.rulebase.build.AuthoredStatements;
import org.daylight.rulebase.build.BuiltRules;
import org.daylight.rulebase.sandbox.Budget;
import org.daylight.rulebase.sandbox.StandingReach;
import org.daylight.rulebase.source.ComparedValues;
import org.daylight.rulebase.source.ReasonTemplate;
import org.daylight.rulebase.source.Relevance;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.ParameterRow;
import org.daylight.scheme.PublishedScheme;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.Types;
import org.drools.core.impl.InternalRuleBase;
import org.drools.model.Rule;
import org.drools.modelcompiler.CanonicalKieModule;
import org.drools.modelcompiler.CanonicalKieModuleModel;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;

/** A revision of a scheme, checked and compiled: all that an assessment needs beside the dossier. Safe to share. */
public final class RuleBase {
    private final SchemeSource source;
    private final Map<String, FactFactory> factories;
    private final Sessions sessions;
    private final KieBase engine;
    private final StandingReach standingReach;
    private final Map<String, Map<String, ReasonTemplate>> translations;
    private final Map<String, Set<String>> relevantTypes = new ConcurrentHashMap<>();
    private volatile @Nullable ComparedValues comparedValues;
    private volatile @Nullable List<Rule> model;

    RuleBase(SchemeSource source, BuiltRules built) {
        this.source = source;
        this.factories = factories(source, built.engine());
        this.sessions = new Sessions(built.engine());
        this.engine = built.engine();
        this.standingReach = built.standingReach();
        this.translations = source.translations();
    }

    private static Map<String, FactFactory> factories(SchemeSource source, KieBase engine) {
        Map<String, FactFactory> factories = new HashMap<>();
        for (DeclaredType type : source.types().byName().values()) {
            if (type.kind() != DeclaredType.Kind.DERIVED) {
                FactType compiled = engine.getFactType(source.scheme().packageName(), type.name());
                factories.put(type.name(), FactFactory.of(type, compiled.getFactClass()));
            }
        }
        return factories;
    }

    /** The rules as their authors wrote them. */
    public SchemeSource source() {
        return source;
    }

    public Scheme scheme() {
        return source.scheme();
    }

    public String revision() {
        return scheme().revision();
    }

    public Types types() {
        return source.types();
    }

    public PublishedScheme published() {
        return new PublishedScheme(scheme(), types());
    }

    /** Where a statement behind a rule's {@code then} begins, by its number in a stack trace; empty where it cannot be known. */
    public Optional<Place> statement(String rule, int number) {
        return source.rule(rule).flatMap(AuthoredStatements::of).flatMap(statements -> statements.place(number));
    }

    /** The same of a function of the scheme. */
    public Optional<Place> statementOfFunction(String function, int number) {
        return AuthoredStatements.ofFunction(function, source).flatMap(statements -> statements.place(number));
    }

    /** In the order of files and lines. */
    public Collection<RuleText> rules() {
        return source.texts().values();
    }

    public Optional<RuleText> rule(String name) {
        return Optional.ofNullable(source.texts().get(name));
    }

    /**
     * The reason of a rule in a language: the catalogue's, else the rule's own, else null.
     *
     * @param language a tag as in {@link Scheme#catalogues}
     */
    public @Nullable ReasonTemplate reason(RuleText rule, String language) {
        Map<String, ReasonTemplate> translated = translations.getOrDefault(language, Map.of());
        return translated.getOrDefault(rule.name(), rule.reason());
    }

    /** All rows of all tables, by type and line, whenever they are in force. */
    public List<ParameterRow> parameters() {
        return source.parameters();
    }

    /** The factory of a declared event, fact, parameter or request type; empty for other names. */
    public Optional<FactFactory> factory(String type) {
        return Optional.ofNullable(factories.get(type));
    }

    /** The budget of one assessment. */
    public Budget budget() {
        return Budget.DEFAULT;
    }

    public Sessions sessions() {
        return sessions;
    }

    /** What a standing can change. */
    public StandingReach standingReach() {
        return standingReach;
    }

    /** Loads the classes that the scheme's declared types became. */
    public ClassLoader classLoader() {
        return ((InternalRuleBase) engine).getRootClassLoader();
    }

    /** Names of the types on which the answer to a service can depend; no other can change it. */
    public Set<String> relevantTo(String service) {
        return relevantTypes.computeIfAbsent(service, id -> Relevance.of(source, id));
    }

    /** The values with which the rules compare each field. */
    public ComparedValues comparedValues() {
        ComparedValues values = comparedValues;
        if (values == null) {
            values = new ComparedValues(source);
            comparedValues = values;
        }
        return values;
    }

    /**
     * The rules with their conditions as the compiler wrote them down, before the engine made a network of them: for whoever
     * explains them. Not for changing; nobody else holds these instances.
     */
    public List<Rule> model() {
        List<Rule> rules = model;
        if (rules == null) {
            rules = readModel((InternalRuleBase) engine);
            model = rules;
        }
        return rules;
    }

    private static List<Rule> readModel(InternalRuleBase engine) {
        String className = CanonicalKieModule.getProjectModelClassNameNameWithReleaseId(engine.getResolvedReleaseId());
        try {
            Class<?> project = engine.getRootClassLoader().loadClass(className);
            CanonicalKieModuleModel models =
                    (CanonicalKieModuleModel) project.getDeclaredConstructor().newInstance();
            return models.getModels().stream()
                    .flatMap(model -> model.getRules().stream())
                    .toList();
        } catch (ReflectiveOperationException unlikeAnyModel) {
            throw new IllegalStateException("the rules were compiled in an unknown shape", unlikeAnyModel);
        }
    }
}
