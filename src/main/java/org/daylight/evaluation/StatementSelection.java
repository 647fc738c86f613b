package org.daylight.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.daylight.rulebase.FactFactory;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a dossier that count at a moment: neither retracted nor superseded, already valid, within the
 * look-back. Events before the look-back are not even listed as set aside, for whoever reads a dossier may leave them
 * out. Facts come before events and each in {@link Statement#CANONICAL} order, whatever order they arrived in.
 */
final class StatementSelection {
    private final RuleBase rules;
    private final Instant asOf;
    private final Instant eventsSince;
    private final boolean withoutConduct;
    private final List<Admitted> facts = new ArrayList<>();
    private final List<Admitted> events = new ArrayList<>();
    private final List<ExcludedStatement> setAside = new ArrayList<>();

    /** A statement that counts, with the factory of its object. */
    record Admitted(Statement statement, FactFactory factory) {}

    private StatementSelection(Inquiry inquiry) {
        this.rules = inquiry.rules();
        this.asOf = inquiry.asOf();
        this.eventsSince = rules.scheme().manifest().eventsSince(asOf).orElse(Instant.MIN);
        this.withoutConduct = inquiry.isWithoutConduct();
    }

    /** A citizen who is not enrolled has no statements that count. */
    static StatementSelection of(Inquiry inquiry) {
        StatementSelection selection = new StatementSelection(inquiry);
        if (inquiry.dossier().enrolled()) {
            selection.admit(inquiry.dossier().statements());
        }
        return selection;
    }

    List<Admitted> facts() {
        return facts;
    }

    List<Admitted> events() {
        return events;
    }

    List<ExcludedStatement> setAside() {
        return setAside.stream()
                .sorted(Comparator.comparing(ExcludedStatement::id).thenComparing(ExcludedStatement::why))
                .toList();
    }

    private void admit(List<Statement> statements) {
        Set<String> retracted = statements.stream()
                .filter(statement -> statement.kind() == Statement.Kind.RETRACTION)
                .map(Statement::retracted)
                .collect(Collectors.toSet());
        Map<List<@Nullable Object>, Admitted> newest = new HashMap<>();
        statements.stream()
                .filter(statement -> statement.kind() != Statement.Kind.RETRACTION && !isOutsideLookback(statement))
                .sorted(Statement.CANONICAL)
                .forEach(statement -> exclusion(statement, retracted)
                        .ifPresentOrElse(setAside::add, () -> select(statement, newest)));
        newest.values().stream()
                .sorted(Comparator.comparing(Admitted::statement, Statement.CANONICAL))
                .forEach(facts::add);
    }

    private boolean isOutsideLookback(Statement statement) {
        return statement.kind() == Statement.Kind.EVENT && statement.validAt().isBefore(eventsSince);
    }

    private Optional<ExcludedStatement> exclusion(Statement statement, Set<String> retracted) {
        if (retracted.contains(statement.reference())) {
            return excluded(statement, ExcludedStatement.Why.RETRACTED, "");
        }
        if (statement.validAt().isAfter(asOf)) {
            return excluded(statement, ExcludedStatement.Why.NOT_YET_VALID, "");
        }
        if (statement.kind() == Statement.Kind.EVENT && withoutConduct) {
            return excluded(statement, ExcludedStatement.Why.CONDUCT_IN_ESSENTIAL_SERVICE, "");
        }
        Optional<FactFactory> factory = factory(statement);
        if (factory.isEmpty()) {
            return excluded(statement, ExcludedStatement.Why.UNKNOWN_TYPE, "");
        }
        return factory.get()
                .misfit(statement.data())
                .flatMap(misfit -> excluded(statement, ExcludedStatement.Why.DOES_NOT_FIT, misfit));
    }

    private static Optional<ExcludedStatement> excluded(Statement statement, ExcludedStatement.Why why, String detail) {
        return Optional.of(new ExcludedStatement(statement.reference(), statement.type(), why, detail));
    }

    private Optional<FactFactory> factory(Statement statement) {
        DeclaredType.Kind kind =
                statement.kind() == Statement.Kind.EVENT ? DeclaredType.Kind.EVENT : DeclaredType.Kind.FACT;
        return rules.factory(statement.type()).filter(factory -> factory.type().kind() == kind);
    }

    private void select(Statement statement, Map<List<@Nullable Object>, Admitted> newest) {
        Admitted admitted =
                new Admitted(statement, rules.factory(statement.type()).orElseThrow());
        if (statement.kind() == Statement.Kind.EVENT) {
            events.add(admitted);
            return;
        }
        Admitted older = newest.put(key(admitted), admitted);
        if (older != null) {
            excluded(older.statement(), ExcludedStatement.Why.SUPERSEDED, "by " + statement.reference())
                    .ifPresent(setAside::add);
        }
    }

    private static List<@Nullable Object> key(Admitted fact) {
        List<@Nullable Object> key = new ArrayList<>();
        key.add(fact.statement().type());
        fact.factory()
                .type()
                .keys()
                .forEach(name -> key.add(fact.statement().data().get(name)));
        return key;
    }
}
