package org.daylight.explanation.counterfactual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.daylight.explanation.language.SchemeLanguage;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;
import org.jspecify.annotations.Nullable;

/** Says changes in plain words. */
final class Sentences {
    private final SchemeLanguage language;
    private final Map<String, Statement> statements;

    Sentences(SchemeLanguage language, Dossier dossier) {
        this.language = language;
        this.statements = dossier.statements().stream()
                .collect(
                        Collectors.toMap(Statement::reference, statement -> statement, (statement, same) -> statement));
    }

    String of(CounterfactualRun run) {
        List<String> clauses = run.changes().stream().map(this::clause).toList();
        return language.phrase(
                "change.option",
                Optional.ofNullable(run.outcome()).map(language::outcome).orElse(""),
                language.list(clauses));
    }

    String summary(List<WhatIf.Way> ways, boolean exhausted, int steps, int evaluations) {
        if (!ways.isEmpty()) {
            return ways.get(0).text();
        }
        return exhausted
                ? language.phrase("letter.change.none", language.number(steps))
                : language.phrase("letter.change.gaveUp", language.number(evaluations));
    }

    private String clause(Change change) {
        return switch (change.kind()) {
            case ADD -> added(change);
            case REMOVE -> removed(change);
            case SET, ASK ->
                language.phrase(
                        "change.set",
                        language.field(change.type(), String.valueOf(change.field())),
                        language.value(String.valueOf(change.field()), change.from()),
                        language.value(String.valueOf(change.field()), change.to()));
        };
    }

    private String added(Change change) {
        String description = described(change.type(), change.data());
        if (language.isFact(change.type())) {
            return language.phrase("change.state", description);
        }
        return change.times() == 1
                ? language.phrase("change.add", description)
                : language.phrase("change.add.times", description, language.number(change.times()));
    }

    private String removed(Change change) {
        Statement statement = statements.get(change.statement());
        return statement == null
                ? language.type(change.type())
                : language.phrase(
                        "change.remove",
                        described(statement.type(), statement.data()),
                        language.day(statement.validAt()));
    }

    /** Says the type, and what distinguishes this one; a value that stands for any other is left out. */
    private String described(String type, SortedMap<String, @Nullable Object> data) {
        List<String> details = new ArrayList<>();
        data.forEach((field, value) -> {
            if (value != null && !String.valueOf(value).startsWith(Hypothesis.FRESH)) {
                details.add(
                        language.phrase("change.detail", language.field(type, field), language.value(field, value)));
            }
        });
        return details.isEmpty()
                ? language.type(type)
                : language.phrase("change.details", language.type(type), String.join(", ", details));
    }
}
