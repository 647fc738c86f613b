package org.daylight.rulebase.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Field;
import org.drools.drl.ast.descr.FunctionDescr;

/** The conditions of one rule, with what is known of the types of their words. */
record ConditionWords(SchemeSource source, SourceRule rule) {
    private static final Map<String, Map<String, String>> VOCABULARY = Map.of(
            "Event", Map.of("occurredAt", "java.time.Instant", "occurredOn", "java.time.LocalDate"),
            "Fact", Map.of("validAt", "java.time.Instant", "validOn", "java.time.LocalDate"),
            "Parameter",
                    Map.of(
                            "inForceFrom", "java.time.LocalDate",
                            "inForceTo", "java.time.LocalDate",
                            "reference", "String"),
            "Request", Map.of("service", "String"),
            "AsOf", Map.of("date", "java.time.LocalDate", "instant", "java.time.Instant"),
            "Standing", Map.of("score", "long", "band", "String"));

    private static final String DECIMAL = "java.math.BigDecimal";

    List<Token> tokens() {
        return rule.conditions();
    }

    SourceFile file() {
        return rule.file();
    }

    /** The Java type of a field of a type. */
    Optional<String> field(String type, String name) {
        return source.types()
                .find(type)
                .flatMap(declared -> declared.field(name))
                .map(Field::declared)
                .or(() -> Optional.ofNullable(
                        VOCABULARY.getOrDefault(root(type), Map.of()).get(name)));
    }

    /** The vocabulary's type that a type is of. */
    private String root(String type) {
        return source.types()
                .find(type)
                .map(declared -> declared.kind().vocabulary())
                .map(String::valueOf)
                .orElse(type);
    }

    boolean isEvent(String type) {
        return source.is(type, DeclaredType.Kind.EVENT);
    }

    boolean isFact(String type) {
        return source.is(type, DeclaredType.Kind.FACT);
    }

    /** Whether only rules make data of the type, and may change it. */
    boolean isDerived(String type) {
        return source.types().is(type, DeclaredType.Kind.DERIVED);
    }

    Optional<BoundVariable> bound(String name) {
        return Optional.ofNullable(source.bindings(rule).get(name));
    }

    /** The Java type of a word in a pattern's constraint: one of its fields, or a name bound. */
    Optional<String> typeOf(String patternType, String word) {
        return field(patternType, word).or(() -> bound(word).flatMap(this::typeOf));
    }

    private Optional<String> typeOf(BoundVariable variable) {
        String type = variable.type();
        if (variable.function() != null) {
            return accumulated(variable.name(), variable.function());
        }
        if (type == null) {
            return Optional.empty();
        }
        String field = variable.field();
        return variable.wholeMatch() ? Optional.of(type) : field == null ? computed(variable) : field(type, field);
    }

    /** The Java type of what a name is bound to that is computed or called. */
    private Optional<String> computed(BoundVariable variable) {
        return rule.patterns().stream()
                .flatMap(pattern -> pattern.constraints().stream()
                        .filter(constraint -> constraint.onlyBinds()
                                && constraint.tokens().get(0).is(variable.name()))
                        .flatMap(constraint -> new ExpressionTypes(this, pattern.type(), false)
                                .of(constraint.comparisons().get(0).left()).stream()))
                .findFirst();
    }

    private Optional<String> accumulated(String name, String function) {
        return switch (function) {
            case "count" -> Optional.of("Long");
            case "average" -> Optional.of(DECIMAL);
            case "sum" -> argument(name).map(type -> type.endsWith("BigDecimal") ? DECIMAL : "Long");
            case "min", "max" -> argument(name);
            default -> Optional.empty();
        };
    }

    private Optional<String> argument(String name) {
        return rule.accumulations().stream()
                .filter(accumulation -> name.equals(accumulation.bound()))
                .findFirst()
                .flatMap(accumulation -> new ExpressionTypes(this, "", false).of(accumulation.argument()));
    }

    /** The Java type of what a function of the scheme gives. */
    Optional<String> result(String function) {
        return source.files().stream()
                .flatMap(written -> written.content().getFunctions().stream())
                .filter(declared -> declared.getName().equals(function))
                .map(FunctionDescr::getReturnType)
                .findFirst();
    }

    /** Whether the scheme does not declare a type of that name. */
    boolean isForeign(String type) {
        return source.types().find(type).isEmpty() && !isChoiceType(type);
    }

    boolean isChoiceType(String word) {
        return source.enums().containsKey(word);
    }
}
