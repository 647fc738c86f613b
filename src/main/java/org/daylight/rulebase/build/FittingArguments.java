package org.daylight.rulebase.build;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.Field;
import org.drools.drl.ast.descr.FunctionDescr;

/**
 * What a scheme's own types and functions take, by the name that they are called by: where an {@code int} is taken, a longer number
 * that fits may be given.
 *
 * @param parameters Java types in their order; of overloaded names none
 */
record FittingArguments(Map<String, List<String>> parameters) {
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
        parameters.keySet().removeAll(ambiguous);
        return new FittingArguments(Map.copyOf(parameters));
    }

    private static List<String> types(FunctionDescr function) {
        return function.getParameterTypes().stream().map(String::valueOf).toList();
    }

    /** Whether the argument's place is one of an {@code int}. */
    boolean takesInt(ObjectCreationExpr creation, Expression argument) {
        return takesInt("new " + creation.getType().getNameAsString(), creation.getArguments(), argument);
    }

    /** Whether the argument's place is one of an {@code int}. */
    boolean takesInt(MethodCallExpr call, Expression argument) {
        String name = (call.getScope().isPresent() ? "." : "") + call.getNameAsString();
        return takesInt(name, call.getArguments(), argument);
    }

    private boolean takesInt(String name, List<Expression> arguments, Expression argument) {
        List<String> types = parameters.getOrDefault(name, List.of());
        int at = arguments.indexOf(argument);
        return types.size() == arguments.size()
                && at >= 0
                && Set.of("int", "Integer").contains(types.get(at));
    }
}
