package org.daylight.rulebase.build;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.Field;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.QueryDescr;

/**
 * What a scheme's own types and functions take, by the name that they are called by: where an {@code int} is taken, a longer number
 * that fits may be given, and where a decimal is taken, a whole number.
 *
 * @param parameters Java types in their order; of overloaded names none
 */
record FittingArguments(Map<String, List<String>> parameters) {
    /** How the engine names what it makes of a query. */
    private static final String QUERY = "queryDef_";

    static FittingArguments of(SchemeSource source) {
        Map<String, List<String>> parameters = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        source.types().byName().forEach((name, type) -> {
            parameters.put(
                    "new " + name, type.fields().stream().map(Field::declared).toList());
            for (Field field : type.fields()) {
                String setter = "set" + Character.toUpperCase(field.name().charAt(0))
                        + field.name().substring(1);
                List<String> earlier = parameters.put("." + setter, List.of(field.declared()));
                if (earlier != null && !earlier.equals(List.of(field.declared()))) {
                    ambiguous.add("." + setter);
                }
            }
        });
        source.files().stream()
                .flatMap(file -> file.content().getFunctions().stream())
                .forEach(function -> parameters.put(function.getName(), types(function)));
        source.files().stream()
                .flatMap(file -> file.content().getRules().stream())
                .filter(QueryDescr.class::isInstance)
                .map(QueryDescr.class::cast)
                .forEach(query -> parameters.put(QUERY + query.getName(), List.of(query.getParameterTypes())));
        parameters.keySet().removeAll(ambiguous);
        return new FittingArguments(Map.copyOf(parameters));
    }

    private static List<String> types(FunctionDescr function) {
        return function.getParameterTypes().stream().map(String::valueOf).toList();
    }

    /** The declared type of the argument's place; empty where it is not known. */
    Optional<String> place(ObjectCreationExpr creation, Expression argument) {
        return place("new " + creation.getType().getNameAsString(), creation.getArguments(), argument);
    }

    /** The declared type of the argument's place; empty where it is not known. */
    Optional<String> place(MethodCallExpr call, Expression argument) {
        Optional<String> asked = call.getParentNode()
                .filter(MethodCallExpr.class::isInstance)
                .flatMap(outer -> ofQuery((MethodCallExpr) outer, call));
        if (asked.isPresent()) {
            return asked;
        }
        String name = (call.getScope().isPresent() ? "." : "") + call.getNameAsString();
        return place(name, call.getArguments(), argument);
    }

    /** The type that a query wants of a constant, which stands as {@code D.valueOf( … )} behind a flag. */
    private Optional<String> ofQuery(MethodCallExpr query, MethodCallExpr constant) {
        String name = query.getScope().map(Expression::toString).orElse("");
        List<String> types = parameters.getOrDefault(name, List.of());
        int at = at(query.getArguments(), constant) - 1;
        boolean given = name.startsWith(QUERY) && query.getNameAsString().equals("call");
        return given && at >= 0 && at < types.size() ? Optional.of(types.get(at)) : Optional.empty();
    }

    private Optional<String> place(String name, List<Expression> arguments, Expression argument) {
        List<String> types = parameters.getOrDefault(name, List.of());
        int at = at(arguments, argument);
        return types.size() == arguments.size() && at >= 0 ? Optional.of(types.get(at)) : Optional.empty();
    }

    /** Two arguments that read alike are equal, but not the same. */
    @SuppressWarnings("ReferenceEquality")
    private static int at(List<Expression> arguments, Expression argument) {
        return IntStream.range(0, arguments.size())
                .filter(index -> arguments.get(index) == argument)
                .findFirst()
                .orElse(-1);
    }
}
