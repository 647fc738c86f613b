package org.daylight.explanation.counterfactual;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.evaluation.WorkingMemorySnapshot;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.source.ComparedValues.FieldName;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Direction;
import org.daylight.scheme.Field;
import org.daylight.scheme.FieldType;
import org.daylight.scheme.ServiceEntry;
import org.daylight.scheme.Statement;
import org.jspecify.annotations.Nullable;

/** Everything that the scheme declares changeable and that can have a bearing on the question, in one order. */
final class Candidates {
    private static final int MOST_OF_A_TYPE = 24;
    private static final List<Long> STEPS = List.of(1L, 2L, 5L);
    private static final List<Long> DAYS = List.of(1L, 7L, 31L, 366L, 1_830L, 7_320L);

    private final RuleBase rules;
    private final Question question;
    private final @Nullable String request;
    private final List<Statement> current;
    private final Values values;
    private final boolean withoutConduct;
    private final List<Candidate> candidates = new ArrayList<>();
    private boolean isCut;

    Candidates(Inquiry inquiry) {
        this.rules = inquiry.rules();
        this.question = inquiry.requireQuestion();
        this.request = inquiry.service().map(ServiceEntry::request).orElse(null);
        this.current = current(inquiry);
        this.values = new Values(inquiry, current, request);
        this.withoutConduct = inquiry.isWithoutConduct();
        boolean enrolled = inquiry.dossier().enrolled();
        Set<String> relevant = rules.relevantTo(question.service());
        for (DeclaredType type : rules.types().byName().values()) {
            if (relevant.contains(type.name()) && (enrolled || type.kind() == DeclaredType.Kind.REQUEST)) {
                add(type);
            }
        }
    }

    List<Candidate> all() {
        return candidates;
    }

    /** Whether something had more values than are tried. */
    boolean wereCut() {
        return isCut || values.wereCut();
    }

    /** Whether both would state the same fact. */
    boolean sameFact(Candidate first, Candidate second) {
        return first.change().kind() == Change.Kind.ADD
                && second.change().kind() == Change.Kind.ADD
                && first.change().type().equals(second.change().type())
                && rules.types().find(first.change().type()).orElseThrow().kind() == DeclaredType.Kind.FACT
                && key(first.change().type(), first.change().data())
                        .equals(key(second.change().type(), second.change().data()));
    }

    /** Returns the statements that entered the assessment, the newest first. */
    private static List<Statement> current(Inquiry inquiry) {
        Set<String> entered = new HashSet<>();
        for (WorkingMemorySnapshot.Item datum :
                Evaluation.observe(inquiry).last().data()) {
            entered.add(datum.id());
        }
        return inquiry.dossier().statements().stream()
                .filter(statement ->
                        statement.kind() != Statement.Kind.RETRACTION && entered.contains(statement.reference()))
                .sorted(Statement.CANONICAL.reversed())
                .toList();
    }

    private void add(DeclaredType type) {
        switch (type.kind()) {
            case EVENT -> {
                if (!withoutConduct) {
                    addMore(type);
                    addFewer(type);
                }
            }
            case FACT -> {
                addMore(type);
                addFewer(type);
                currentOf(type).forEach(fact -> addFields(type, fact));
            }
            case REQUEST -> {
                if (type.name().equals(request)) {
                    addFields(type, null);
                }
            }
            case PARAMETER, DERIVED -> {
                // Nobody changes these for one case.
            }
        }
    }

    private List<Statement> currentOf(DeclaredType type) {
        return current.stream()
                .filter(statement -> statement.type().equals(type.name()))
                .toList();
    }

    private void addFewer(DeclaredType type) {
        if (type.changeable() == Direction.FEWER || type.changeable() == Direction.ANY) {
            currentOf(type)
                    .forEach(statement ->
                            candidates.add(Candidate.once(Change.remove(type.name(), statement.reference()))));
        }
    }

    private void addMore(DeclaredType type) {
        if (type.changeable() != Direction.MORE && type.changeable() != Direction.ANY) {
            return;
        }
        Set<List<@Nullable Object>> stated = new HashSet<>();
        if (type.kind() == DeclaredType.Kind.FACT) {
            currentOf(type).forEach(fact -> stated.add(key(type.name(), fact.data())));
        }
        List<SortedMap<String, @Nullable Object>> combinations = new ArrayList<>();
        combinations.add(new TreeMap<>());
        for (Field field : type.fields()) {
            List<SortedMap<String, @Nullable Object>> longer = new ArrayList<>();
            for (SortedMap<String, @Nullable Object> combination : combinations) {
                for (Object value : values.forNew(type, field)) {
                    TreeMap<String, @Nullable Object> extended = new TreeMap<>(combination);
                    if (value != null) {
                        extended.put(field.name(), value);
                    }
                    longer.add(extended);
                }
            }
            isCut |= longer.size() > MOST_OF_A_TYPE;
            combinations = longer.subList(0, Math.min(longer.size(), MOST_OF_A_TYPE));
        }
        for (SortedMap<String, @Nullable Object> data : combinations) {
            if (!stated.contains(key(type.name(), data))) {
                boolean repeatable = type.kind() == DeclaredType.Kind.EVENT && !namesSomething(type, data);
                candidates.add(new Candidate(Change.add(type.name(), data), repeatable, List.of(), ValueScale.WHOLE));
            }
        }
    }

    /** Whether data names something that is not done twice: one and the same bill is not paid five times. */
    private static boolean namesSomething(DeclaredType type, SortedMap<String, @Nullable Object> data) {
        return type.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT)
                .anyMatch(field -> data.get(field.name()) != null && !Hypothesis.FRESH.equals(data.get(field.name())));
    }

    private List<@Nullable Object> key(String type, SortedMap<String, @Nullable Object> data) {
        List<@Nullable Object> key = new ArrayList<>();
        rules.types().find(type).orElseThrow().keys().forEach(name -> key.add(data.get(name)));
        return key;
    }

    private void addFields(DeclaredType type, @Nullable Statement fact) {
        for (Field field : type.fields()) {
            if (field.changeable() != null) {
                Optional<ValueScale> scale = ValueScale.of(field.type());
                Object now = (fact == null ? question.attributes() : fact.data()).get(field.name());
                if (scale.isPresent() && now != null) {
                    addAlongALine(type, fact, field, scale.get(), now);
                } else {
                    addOthers(type, fact, field, now);
                }
            }
        }
    }

    private static Change change(
            DeclaredType type, @Nullable Statement fact, Field field, @Nullable Object from, Object to) {
        return fact == null
                ? Change.ask(type.name(), field.name(), from, to)
                : Change.set(type.name(), fact.reference(), field.name(), from, to);
    }

    private void addOthers(DeclaredType type, @Nullable Statement fact, Field field, @Nullable Object now) {
        for (Object value : values.forNew(type, field)) {
            if (value != null && !value.equals(now)) {
                candidates.add(Candidate.once(change(type, fact, field, now, value)));
            }
        }
    }

    private void addAlongALine(DeclaredType type, @Nullable Statement fact, Field field, ValueScale scale, Object now) {
        long from = scale.place(now);
        NavigableSet<Long> places = values.boundaries(new FieldName(type.name(), field.name()), field);
        places.addAll(around(from, scale));
        places.removeIf(place -> !isPossible(field, place, from));
        Change change = change(type, fact, field, now, now);
        if (field.changeable() != Direction.UP) {
            addLine(change, places.headSet(from, false).descendingSet(), scale);
        }
        if (field.changeable() != Direction.DOWN) {
            addLine(change, places.tailSet(from, false), scale);
        }
    }

    private void addLine(Change change, Set<Long> places, ValueScale scale) {
        if (!places.isEmpty()) {
            candidates.add(new Candidate(change, false, List.copyOf(places), scale));
        }
    }

    /** Returns places at growing distances, so that what no comparison shows is met too; halving then finds where it begins. */
    private static SortedSet<Long> around(long from, ValueScale scale) {
        SortedSet<Long> places = new TreeSet<>();
        if (scale == ValueScale.DAY || scale == ValueScale.SECOND) {
            long unit = scale == ValueScale.DAY ? 1 : 86_400;
            DAYS.forEach(days -> {
                places.add(from + days * unit);
                places.add(from - days * unit);
            });
            return places;
        }
        long size = Math.max(1, Math.min(Math.abs(from), Long.MAX_VALUE / 1_000));
        STEPS.forEach(step -> {
            places.add(from + size * step);
            places.add(from - size / step);
        });
        places.add(from + 1);
        places.add(from - 1);
        places.add(from + size * 100);
        places.add(0L);
        places.remove(from);
        return places;
    }

    /** A number that is not negative now is not meant to become so. */
    private static boolean isPossible(Field field, long place, long from) {
        return switch (field.type()) {
            case INT -> (place >= 0 || from < 0) && place >= Integer.MIN_VALUE && place <= Integer.MAX_VALUE;
            case LONG, DECIMAL -> place >= 0 || from < 0;
            case TEXT, TRUTH, DATE, INSTANT, CHOICE, OTHER -> true;
        };
    }
}
