package org.daylight.rulebase.source;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.daylight.scheme.DeclaredType;

/**
 * The constants and the other fields with which the rules compare a field: the values at which it begins to make a difference. Read
 * from the text of conditions; comparisons in code are not seen.
 */
public final class ComparedValues {
    private final Set<String> choices;
    private final Map<FieldName, SortedSet<String>> texts = new HashMap<>();
    private final Map<FieldName, SortedSet<BigDecimal>> numbers = new HashMap<>();
    private final Map<FieldName, Set<FieldName>> joined = new HashMap<>();

    /** A field of a type, by names. */
    public record FieldName(String type, String field) implements Comparable<FieldName> {
        @Override
        public int compareTo(FieldName other) {
            int types = type.compareTo(other.type);
            return types != 0 ? types : field.compareTo(other.field);
        }
    }

    public ComparedValues(SchemeSource source) {
        this.choices = source.choices();
        for (SourceRule rule : source.allRules()) {
            Map<String, BoundVariable> bindings = source.bindings(rule);
            for (SourcePattern pattern : rule.patterns()) {
                pattern.comparisons().forEach(comparison -> read(pattern, comparison, bindings, source));
            }
        }
    }

    /** Texts, and constants of enums by name, that the field, or one it is compared with, is compared with. */
    public SortedSet<String> texts(FieldName field) {
        return collected(field, texts);
    }

    /** Numbers, likewise. */
    public SortedSet<BigDecimal> numbers(FieldName field) {
        return collected(field, numbers);
    }

    /** The field itself and all that are compared with it, directly or through others. */
    public SortedSet<FieldName> family(FieldName field) {
        SortedSet<FieldName> family = new TreeSet<>();
        Deque<FieldName> queue = new ArrayDeque<>(List.of(field));
        while (!queue.isEmpty()) {
            FieldName member = queue.poll();
            if (family.add(member)) {
                queue.addAll(joined.getOrDefault(member, Set.of()));
            }
        }
        return family;
    }

    private <T extends Comparable<T>> SortedSet<T> collected(FieldName field, Map<FieldName, SortedSet<T>> byField) {
        SortedSet<T> values = new TreeSet<>();
        family(field).forEach(member -> values.addAll(byField.getOrDefault(member, Collections.emptySortedSet())));
        return values;
    }

    private void read(
            SourcePattern pattern, Comparison comparison, Map<String, BoundVariable> bindings, SchemeSource source) {
        Set<FieldName> left = fields(comparison.left(), pattern.type(), bindings, source);
        Set<FieldName> right = fields(comparison.right(), pattern.type(), bindings, source);
        left.forEach(field -> note(field, comparison.right()));
        right.forEach(field -> note(field, comparison.left()));
        // Fields in a calculation are not compared themselves: no value of the one is a value of the other.
        if (isPlain(comparison.left()) && isPlain(comparison.right())) {
            left.forEach(field -> right.forEach(other -> join(field, other)));
        }
    }

    /** A field, a binding, or a binding's field. */
    private static boolean isPlain(List<Token> side) {
        return side.stream().allMatch(token -> token.isWord() || token.is("."));
    }

    private static Set<FieldName> fields(
            List<Token> side, String type, Map<String, BoundVariable> bindings, SchemeSource source) {
        Set<FieldName> fields = new HashSet<>();
        for (int at = 0; at < side.size(); at++) {
            Token word = side.get(at);
            boolean isMember = at > 0
                    && side.get(at - 1).is(".")
                    && !side.get(Math.max(0, at - 2)).is("this");
            if (!word.isWord() || isMember) {
                continue;
            }
            BoundVariable binding = bindings.get(word.text());
            if (binding != null && binding.type() != null) {
                boolean named = binding.wholeMatch()
                        && at + 2 < side.size()
                        && side.get(at + 1).is(".");
                String field = named ? side.get(at + 2).text() : binding.field();
                if (field != null) {
                    fields.add(new FieldName(binding.type(), field));
                }
            } else if (source.types()
                    .find(type)
                    .flatMap(declared -> declared.field(word.text()))
                    .isPresent()) {
                fields.add(new FieldName(type, word.text()));
            }
        }
        return fields;
    }

    private void join(FieldName field, FieldName other) {
        joined.computeIfAbsent(field, none -> new HashSet<>()).add(other);
        joined.computeIfAbsent(other, none -> new HashSet<>()).add(field);
    }

    private void note(FieldName field, List<Token> side) {
        for (int at = 0; at < side.size(); at++) {
            Token token = side.get(at);
            switch (token.kind()) {
                case TEXT ->
                    texts.computeIfAbsent(field, none -> new TreeSet<>()).add(token.unquoted());
                case WORD -> {
                    if (choices.contains(token.text())) {
                        texts.computeIfAbsent(field, none -> new TreeSet<>()).add(token.text());
                    }
                }
                case NUMBER -> {
                    boolean negative = at > 0 && side.get(at - 1).is("-") && at == 1;
                    number(token.text(), negative, field);
                }
                case SYMBOL -> {}
            }
        }
    }

    private void number(String text, boolean negative, FieldName field) {
        try {
            BigDecimal number = new BigDecimal(text.replaceAll("[_lLBI]", ""));
            numbers.computeIfAbsent(field, none -> new TreeSet<>()).add(negative ? number.negate() : number);
        } catch (NumberFormatException notDecimal) {
            // Hexadecimal and the like: rare in conditions, and found by halving where it matters.
        }
    }

    /** Whether any rule compares the field with anything, as far as conditions show. */
    public boolean isCompared(DeclaredType type, String field) {
        FieldName key = new FieldName(type.name(), field);
        return joined.containsKey(key) || texts.containsKey(key) || numbers.containsKey(key);
    }
}
