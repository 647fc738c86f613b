package org.daylight.rulebase.source;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.daylight.problem.ProblemCode;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Direction;
import org.daylight.scheme.FieldType;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.jspecify.annotations.Nullable;

/** Reads {@code @changeable( "direction" )} on types and fields; without a direction it means any. */
record ChangeableReader(SourceFile file, Problems problems) {
    static final String CHANGEABLE = "changeable";

    private static final Set<Direction> OF_TYPES = EnumSet.of(Direction.MORE, Direction.FEWER, Direction.ANY);
    private static final Set<Direction> OF_ORDERED = EnumSet.of(Direction.UP, Direction.DOWN, Direction.ANY);
    private static final Set<Direction> OF_OTHERS = EnumSet.of(Direction.ANY);
    private static final Set<FieldType> ORDERED =
            EnumSet.of(FieldType.INT, FieldType.LONG, FieldType.DECIMAL, FieldType.DATE, FieldType.INSTANT);

    @Nullable
    Direction of(TypeDeclarationDescr type, DeclaredType.Kind kind) {
        AnnotationDescr annotation = type.getAnnotation(CHANGEABLE);
        if (annotation == null) {
            return null;
        }
        if (kind != DeclaredType.Kind.EVENT && kind != DeclaredType.Kind.FACT) {
            notChangeable(type.getLine(), type.getTypeName(), "only events and facts come about or cease");
            return null;
        }
        String what = kind == DeclaredType.Kind.EVENT ? "an event" : "a fact";
        return direction(annotation, what + " has no up and down", type.getLine(), OF_TYPES);
    }

    @Nullable
    Direction of(TypeFieldDescr field, FieldType type, DeclaredType.Kind kind) {
        AnnotationDescr annotation = field.getAnnotation(CHANGEABLE);
        if (annotation == null) {
            return null;
        }
        if (kind != DeclaredType.Kind.FACT && kind != DeclaredType.Kind.REQUEST) {
            notChangeable(
                    field.getLine(),
                    field.getFieldName(),
                    kind == DeclaredType.Kind.EVENT
                            ? "what happened stays as it was; mark the event type `more` or `fewer`"
                            : "only fields of facts and requests can change");
            return null;
        }
        if (field.getAnnotation("key") != null) {
            notChangeable(field.getLine(), field.getFieldName(), "a `@key` says which fact it is");
            return null;
        }
        boolean ordered = ORDERED.contains(type);
        String why = ordered ? "a field rises or falls" : words(type) + " has no up and down";
        return direction(annotation, why, field.getLine(), ordered ? OF_ORDERED : OF_OTHERS);
    }

    private static String words(FieldType type) {
        return switch (type) {
            case CHOICE -> "a choice";
            case TRUTH -> "what is true or false";
            default -> "a text";
        };
    }

    private @Nullable Direction direction(AnnotationDescr annotation, String why, int line, Set<Direction> possible) {
        String value = annotation.getSingleValueAsString();
        String word = value == null
                ? Direction.ANY.written()
                : value.replace("\"", "").strip();
        Optional<Direction> direction = Direction.of(word).filter(possible::contains);
        if (direction.isEmpty()) {
            Set<String> words = possible.stream().map(Direction::written).collect(Collectors.toSet());
            problems.error(
                    ProblemCode.UNKNOWN_DIRECTION,
                    file.place(file.find("@" + CHANGEABLE, file.startOf(line))),
                    "`" + word + "` is no direction here" + (Direction.of(word).isPresent() ? ": " + why : ""),
                    fix(word, words, possible));
        }
        return direction.orElse(null);
    }

    private static String fix(String word, Set<String> words, Set<Direction> possible) {
        String near = Nearest.fix(word, words);
        if (near != null) {
            return near;
        }
        String choices = possible.stream()
                .map(direction -> "`@changeable( \"" + direction.written() + "\" )`")
                .collect(Collectors.joining(" or "));
        boolean ofField = possible.equals(OF_TYPES) && (word.equals("up") || word.equals("down"));
        return "write " + choices + (ofField ? "; what marks a field stands behind its type" : "");
    }

    private void notChangeable(int line, String name, String why) {
        problems.error(
                ProblemCode.NOT_CHANGEABLE,
                file.place(file.find("@" + CHANGEABLE, file.startOf(line))),
                "`" + name + "` cannot be marked `@changeable`",
                why);
    }
}
