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

/** Changes in plain words. */
final class Sentences {
    private final SchemeLanguage words;
    private final Map<String, Statement> statements;

    Sentences(SchemeLanguage words, Dossier dossier) {
        this.words = words;
        this.statements = dossier.statements().stream()
                .collect(Collectors.toMap(Statement::reference, one -> one, (one, same) -> one));
    }

    String of(CounterfactualRun trial) {
        List<String> clauses = trial.changes().stream().map(this::clause).toList();
        return words.phrase(
                "change.option",
                Optional.ofNullable(trial.outcome()).map(words::outcome).orElse(""),
                words.list(clauses));
    }

    String summary(List<WhatIf.Way> ways, boolean exhausted, int steps, int evaluations) {
        if (!ways.isEmpty()) {
            return ways.get(0).text();
        }
        return exhausted
                ? words.phrase("letter.change.none", words.number(steps))
                : words.phrase("letter.change.gaveUp", words.number(evaluations));
    }

    private String clause(Change change) {
        return switch (change.kind()) {
            case ADD -> added(change);
            case REMOVE -> removed(change);
            case SET, ASK ->
                words.phrase(
                        "change.set",
                        words.field(change.type(), String.valueOf(change.field())),
                        words.value(String.valueOf(change.field()), change.from()),
                        words.value(String.valueOf(change.field()), change.to()));
        };
    }

    private String added(Change change) {
        String what = described(change.type(), change.data());
        if (isFact(change)) {
            return words.phrase("change.state", what);
        }
        return change.times() == 1
                ? words.phrase("change.add", what)
                : words.phrase("change.add.times", what, words.number(change.times()));
    }

    private boolean isFact(Change change) {
        return words.isFact(change.type());
    }

    private String removed(Change change) {
        Statement gone = statements.get(change.statement());
        return gone == null
                ? words.type(change.type())
                : words.phrase("change.remove", described(gone.type(), gone.data()), words.day(gone.validAt()));
    }

    /** The type, and what distinguishes this one; a value that stands for any other is not told. */
    private String described(String type, SortedMap<String, @Nullable Object> data) {
        List<String> details = new ArrayList<>();
        data.forEach((field, value) -> {
            if (value != null && !String.valueOf(value).startsWith(Hypothesis.FRESH)) {
                details.add(words.phrase("change.detail", words.field(type, field), words.value(field, value)));
            }
        });
        return details.isEmpty()
                ? words.type(type)
                : words.phrase("change.details", words.type(type), String.join(", ", details));
    }
}
