package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Java types of expressions in a rule's conditions, as far as words and operators tell them.
 *
 * @param patternType the type whose fields may be named; empty where there is none
 * @param wide whether what is computed of {@code int} is a {@code long}
 */
record ExpressionTypes(ConditionWords words, String patternType, boolean wide) {
    private static final String DECIMAL = "java.math.BigDecimal";
    private static final String NOTHING = "null";
    private static final Set<String> TEXTS = Set.of("String", "char", "Character");
    private static final Set<String> WHOLE = Set.of("int", "long", "Integer", "Long", "short", "byte", "Short", "Byte");
    private static final Set<String> TRUTH = Set.of("==", "!=", "<", ">", "<=", ">=", "&&", "||", "!");
    private static final Set<String> COMPUTING = Set.of("+", "-", "*", "/", "%");

    /** The same where an {@code int} may be needed. */
    ExpressionTypes narrow() {
        return new ExpressionTypes(words, patternType, false);
    }

    /** The type of a field, a bound name, or {@code this}. */
    Optional<String> ofWord(String word) {
        return word.equals("this") && !patternType.isEmpty()
                ? Optional.of(patternType)
                : words.typeOf(patternType, word);
    }

    /** Empty where the type is not known. */
    Optional<String> of(List<Token> written) {
        List<Token> code = unwrapped(written);
        int question = indexOf(code, "?");
        if (question >= 0) {
            int colon = colon(code, question);
            return colon < 0
                    ? Optional.empty()
                    : common(of(code.subList(question + 1, colon)), of(code.subList(colon + 1, code.size())));
        }
        if (code.isEmpty()) {
            return Optional.empty();
        }
        if (TRUTH.stream().anyMatch(operator -> indexOf(code, operator) >= 0)) {
            return Optional.of("boolean");
        }
        if (COMPUTING.stream().anyMatch(operator -> indexOf(code, operator) >= 0)) {
            return computed(operands(code).stream().map(this::of).toList());
        }
        return code.size() == 1 ? single(code.get(0)) : new PathTypes(this, code).type();
    }

    private static List<Token> unwrapped(List<Token> code) {
        boolean wrapped = code.size() > 1 && code.get(0).is("(") && Tokens.closing(code, 0) == code.size() - 1;
        return wrapped ? unwrapped(code.subList(1, code.size() - 1)) : code;
    }

    private static int indexOf(List<Token> code, String symbol) {
        int depth = 0;
        for (int at = 0; at < code.size(); at++) {
            depth = Tokens.depth(depth, code.get(at));
            if (depth == 0
                    && code.get(at).kind() == Token.Kind.SYMBOL
                    && code.get(at).is(symbol)) {
                return at;
            }
        }
        return -1;
    }

    private static int colon(List<Token> code, int question) {
        int open = 0;
        int depth = 0;
        for (int at = question + 1; at < code.size(); at++) {
            depth = Tokens.depth(depth, code.get(at));
            if (depth == 0 && code.get(at).is("?")) {
                open++;
            } else if (depth == 0 && code.get(at).is(":") && open-- == 0) {
                return at;
            }
        }
        return -1;
    }

    private Optional<String> common(Optional<String> first, Optional<String> second) {
        if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
            return first.isEmpty() ? first : second;
        }
        if (first.get().equals(NOTHING) || second.get().equals(NOTHING)) {
            String present = first.get().equals(NOTHING) ? second.get() : first.get();
            return Optional.of(present.equals("int") ? "Long" : boxed(present));
        }
        boolean numbers = isNumber(first.get()) && isNumber(second.get());
        boolean wholes = WHOLE.contains(first.get()) && WHOLE.contains(second.get());
        return numbers ? Optional.of(wholes ? whole(Stream.of(first.get(), second.get())) : DECIMAL) : Optional.empty();
    }

    private static boolean isNumber(String type) {
        return WHOLE.contains(type) || type.endsWith("BigDecimal");
    }

    /** The type of an object that holds such a value. */
    static String boxed(String type) {
        return switch (type) {
            case "int" -> "Integer";
            case "long" -> "Long";
            case "boolean" -> "Boolean";
            default -> type;
        };
    }

    private List<List<Token>> operands(List<Token> code) {
        List<List<Token>> operands = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at <= code.size(); at++) {
            depth = at < code.size() ? Tokens.depth(depth, code.get(at)) : 0;
            boolean ends = at == code.size()
                    || (depth == 0
                            && code.get(at).kind() == Token.Kind.SYMBOL
                            && COMPUTING.contains(code.get(at).text()));
            if (ends && at > from) {
                operands.add(code.subList(from, at));
            }
            from = ends ? at + 1 : from;
        }
        return operands;
    }

    /** The type of what is computed of values of these types. */
    Optional<String> computed(List<Optional<String>> operands) {
        List<String> types = operands.stream().flatMap(Optional::stream).toList();
        if (types.stream().anyMatch(TEXTS::contains)) {
            return Optional.of("String");
        }
        if (types.size() < operands.size() || !types.stream().allMatch(ExpressionTypes::isComputed)) {
            return Optional.empty();
        }
        boolean decimal = types.stream().anyMatch(type -> type.endsWith("BigDecimal"));
        return Optional.of(decimal ? DECIMAL : whole(types.stream()));
    }

    /** What is wrong with any other type the engine tells. */
    private static boolean isComputed(String type) {
        return isNumber(type) || type.equals("boolean") || type.equals(NOTHING);
    }

    private String whole(Stream<String> types) {
        return wide || types.anyMatch(type -> type.equals("long") || type.equals("Long")) ? "long" : "int";
    }

    Optional<String> single(Token token) {
        return switch (token.kind()) {
            case NUMBER -> Optional.of(number(token.text()));
            case TEXT -> Optional.of("String");
            case SYMBOL -> Optional.empty();
            case WORD ->
                switch (token.text()) {
                    case "true", "false" -> Optional.of("boolean");
                    case "null" -> Optional.of(NOTHING);
                    default -> ofWord(token.text());
                };
        };
    }

    private static String number(String text) {
        if (!text.matches("\\d{1,18}[lL]?")) {
            return DECIMAL;
        }
        return text.matches("\\d{1,10}") && Long.parseLong(text) <= Integer.MAX_VALUE ? "int" : "long";
    }
}
