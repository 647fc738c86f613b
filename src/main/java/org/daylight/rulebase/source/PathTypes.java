package org.daylight.rulebase.source;

import java.lang.reflect.Method;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Java types of values, of what is called on them, and of what is called on types, such as {@code book.trim().length()}. */
final class PathTypes {
    private static final List<String> PACKAGES =
            List.of("", "java.lang.", "java.math.", "java.time.", "java.time.temporal.", "java.util.");

    private final ExpressionTypes types;
    private final List<Token> code;
    private int at;

    PathTypes(ExpressionTypes types, List<Token> code) {
        this.types = types;
        this.code = code;
    }

    /** Empty where the type is not known. */
    Optional<String> type() {
        Optional<String> type = first();
        while (type.isPresent() && at < code.size()) {
            type = Tokens.matches(code, at, ".") && at + 1 < code.size() ? member(type.get()) : Optional.empty();
        }
        return type;
    }

    private Optional<String> first() {
        Token first = code.get(0);
        if (first.is("(")) {
            return inParentheses();
        }
        if (first.is("new")) {
            at = Tokens.closing(code, Math.min(2, code.size() - 1)) + 1;
            return Tokens.matches(code, 2, "(") ? Optional.of(code.get(1).text()) : Optional.empty();
        }
        if (Tokens.matches(code, 1, "(")) {
            at = Tokens.closing(code, 1) + 1;
            return types.words().result(first.text());
        }
        at = 1;
        return types.single(first).or(this::ofType);
    }

    /** What stands in parentheses, or what a type in parentheses makes of what follows. */
    private Optional<String> inParentheses() {
        int close = Tokens.closing(code, 0);
        List<Token> inside = code.subList(1, close);
        boolean cast = inside.size() == 1
                && inside.get(0).isWord()
                && close + 1 < code.size()
                && !code.get(close + 1).is(".");
        at = cast ? code.size() : close + 1;
        return cast ? Optional.of(inside.get(0).text()) : types.of(inside);
    }

    /** What is called on a type: {@code Kind.MAP}, {@code Math.abs( n )}, {@code java.time.LocalDate.of( 2026, 1, 1 )}. */
    private Optional<String> ofType() {
        int name = 0;
        while (isLower(code.get(name)) && Tokens.matches(code, name + 1, ".") && name + 2 < code.size()) {
            name += 2;
        }
        String type = Tokens.joined(code.subList(0, name + 1)).replace(" ", "");
        if (types.words().isChoiceType(type)) {
            // One of its choices, or what finds one by its name.
            at = Tokens.matches(code, 3, "(") ? Tokens.closing(code, 3) + 1 : 3;
            return at <= code.size() ? Optional.of(type) : Optional.empty();
        }
        if (!Tokens.matches(code, name + 1, ".") || !Tokens.matches(code, name + 3, "(")) {
            return Optional.empty();
        }
        String method = code.get(name + 2).text();
        int open = name + 3;
        at = Tokens.closing(code, open) + 1;
        List<List<Token>> arguments = arguments(open);
        return VocabularyFunctions.result(type, method)
                .or(() -> type.equals("Math") ? math(method, arguments) : result(type, method, arguments.size()));
    }

    private static boolean isLower(Token word) {
        return word.isWord() && Character.isLowerCase(word.text().charAt(0));
    }

    private Optional<String> member(String type) {
        String name = code.get(at + 1).text();
        if (Tokens.matches(code, at + 2, "(")) {
            int open = at + 2;
            at = Tokens.closing(code, open) + 1;
            return result(type, name, arguments(open).size()).or(() -> getter(type, name));
        }
        at += 2;
        return types.words()
                .field(type, name)
                .or(() -> result(type, "get" + capital(name), 0))
                .or(() -> result(type, "is" + capital(name), 0));
    }

    /** The field that a method of a declared type reads. */
    private Optional<String> getter(String type, String method) {
        return Stream.of("get", "is")
                .filter(method::startsWith)
                .map(prefix -> method.substring(prefix.length()))
                .filter(name -> !name.isEmpty())
                .flatMap(
                        name -> types
                                .words()
                                .field(type, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                                .stream())
                .findFirst();
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private List<List<Token>> arguments(int open) {
        List<Token> inside = code.subList(open + 1, Tokens.closing(code, open));
        return inside.isEmpty() ? List.of() : Tokens.split(inside, ",");
    }

    /** Of a whole number these are computed as of whole numbers, and what is rounded is one. */
    private Optional<String> math(String method, List<List<Token>> arguments) {
        return switch (method) {
            case "round", "floor", "ceil", "rint" -> Optional.of("long");
            case "toIntExact" -> Optional.of("int");
            default -> types.computed(arguments.stream().map(types::of).toList());
        };
    }

    /** What a method of Java gives; empty where that is not one type. */
    private Optional<String> result(String type, String method, int arguments) {
        List<Class<?>> results = PACKAGES.stream()
                .filter(name -> types.words().isForeign(type))
                .flatMap(name -> Stream.ofNullable(named(name + type)))
                .limit(1)
                .flatMap(found -> Stream.of(found.getMethods()))
                .filter(found -> found.getName().equals(method) && found.getParameterCount() == arguments)
                .filter(found -> !(found.getGenericReturnType() instanceof TypeVariable<?>) && !found.isBridge())
                .<Class<?>>map(Method::getReturnType)
                .distinct()
                .toList();
        return results.size() == 1 ? Optional.of(inJava(results.get(0))) : Optional.empty();
    }

    private static String inJava(Class<?> type) {
        return type.getPackageName().equals("java.lang") ? type.getSimpleName() : type.getCanonicalName();
    }

    private static @Nullable Class<?> named(String name) {
        try {
            return Class.forName(name, false, Object.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError none) {
            return null;
        }
    }
}
