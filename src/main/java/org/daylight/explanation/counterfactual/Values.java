package org.daylight.explanation.counterfactual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.daylight.evaluation.Inquiry;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.source.ComparedValues;
import org.daylight.rulebase.source.ComparedValues.FieldName;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Field;
import org.daylight.scheme.FieldType;
import org.daylight.scheme.ParameterRow;
import org.daylight.scheme.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The values worth trying for a field: what rules compare it with, what tables, question and other data hold where rules compare
 * it with them, and one that none of them knows. Other values are, to the rules' comparisons, like one of these.
 */
final class Values {
    private static final int MOST_OF_A_FIELD = 12;
    private static final List<Integer> AROUND = List.of(-1, 0, 1);

    private final ComparedValues compared;
    private final Map<FieldName, Set<Object>> held = new HashMap<>();
    private final Instant asOf;
    private final LocalDate today;
    private boolean isCut;

    Values(Inquiry inquiry, List<Statement> current, @Nullable String request) {
        RuleBase rules = inquiry.rules();
        this.compared = rules.comparedValues();
        this.asOf = inquiry.asOf();
        this.today = rules.scheme().manifest().dayOf(asOf);
        current.forEach(statement -> note(statement.type(), statement.data()));
        note(request == null ? "Request" : request, inquiry.requireQuestion().attributes());
        for (ParameterRow row : rules.parameters()) {
            if (row.inForceOn(today)) {
                note(row.type(), row.data());
            }
        }
    }

    private void note(String type, Map<String, @Nullable Object> data) {
        data.forEach((field, value) -> {
            if (value != null) {
                held.computeIfAbsent(new FieldName(type, field), none -> new LinkedHashSet<>())
                        .add(value);
            }
        });
    }

    /** Whether a field had more values worth trying than are tried. */
    boolean wereCut() {
        return isCut;
    }

    /** Returns the values for a field of something new; among them null where it may be left out. */
    List<@Nullable Object> forNew(DeclaredType type, Field field) {
        List<@Nullable Object> values = new ArrayList<>();
        if (!field.required()) {
            values.add(null);
        }
        if (field.required() || compared.isCompared(type, field.name())) {
            values.addAll(worthTrying(type, field));
        }
        return values;
    }

    private List<Object> worthTrying(DeclaredType type, Field field) {
        FieldName key = new FieldName(type.name(), field.name());
        List<Object> values =
                switch (field.type()) {
                    case TEXT -> texts(key);
                    case CHOICE -> choices(key, field);
                    case TRUTH -> List.of(true, false);
                    case INT, LONG, DECIMAL -> numbers(key, field);
                    case DATE -> List.of(today.toString(), today.plusYears(1).toString());
                    case INSTANT -> List.of(asOf.toString());
                    case OTHER -> List.of();
                };
        isCut |= values.size() > MOST_OF_A_FIELD;
        return values.subList(0, Math.min(values.size(), MOST_OF_A_FIELD));
    }

    private List<Object> texts(FieldName key) {
        Set<String> values = new TreeSet<>(compared.texts(key));
        heldByOthers(key).forEach(value -> values.add(value.toString()));
        List<Object> texts = new ArrayList<>(values);
        texts.add(Hypothesis.FRESH);
        return texts;
    }

    /** Returns the choices that something mentions, and one of those that nothing does. */
    private List<Object> choices(FieldName key, Field field) {
        Set<Object> mentioned = new LinkedHashSet<>(compared.texts(key));
        mentioned.addAll(heldByOthers(key));
        List<Object> choices = new ArrayList<>();
        boolean isUnmentionedMissing = true;
        for (String choice : field.choices()) {
            if (mentioned.contains(choice)) {
                choices.add(choice);
            } else if (isUnmentionedMissing) {
                choices.add(choice);
                isUnmentionedMissing = false;
            }
        }
        return choices;
    }

    private List<Object> numbers(FieldName key, Field field) {
        ValueScale scale = ValueScale.of(field.type()).orElseThrow();
        SortedSet<Long> places = boundaries(key, field);
        places.add(scale.place(0L));
        places.add(scale.place(1L));
        held.getOrDefault(key, Set.of()).forEach(own -> places.add(scale.place(own)));
        boolean isNegativeCompared = compared.numbers(key).stream().anyMatch(number -> number.signum() < 0);
        return places.stream()
                .filter(place -> place >= 0 || isNegativeCompared)
                .filter(place -> field.type() != FieldType.INT || place == place.intValue())
                .<Object>map(scale::value)
                .toList();
    }

    /** Returns the places where a value begins to make a difference, and the steps beside them. */
    NavigableSet<Long> boundaries(FieldName key, Field field) {
        NavigableSet<Long> places = new TreeSet<>();
        ValueScale scale = ValueScale.of(field.type()).orElse(null);
        if (scale == null) {
            return places;
        }
        if (!scale.isTime()) {
            for (BigDecimal number : compared.numbers(key)) {
                long place = scale.place(scale == ValueScale.WHOLE ? number.setScale(0, RoundingMode.FLOOR) : number);
                AROUND.forEach(step -> places.add(place + step));
            }
        }
        for (Object other : heldByOthers(key)) {
            try {
                long place = scale.place(other);
                AROUND.forEach(step -> places.add(place + step));
            } catch (RuntimeException ofAnotherKind) {
                // A field compared with another of a different type has no boundary there.
            }
        }
        return places;
    }

    private Set<Object> heldByOthers(FieldName key) {
        Set<Object> values = new LinkedHashSet<>();
        for (FieldName other : compared.family(key)) {
            if (!other.equals(key)) {
                values.addAll(held.getOrDefault(other, Set.of()));
            }
        }
        return values;
    }
}
