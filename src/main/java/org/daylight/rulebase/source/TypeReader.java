package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Direction;
import org.daylight.scheme.Field;
import org.daylight.scheme.FieldType;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Statement;
import org.daylight.scheme.Types;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.EnumLiteralDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.jspecify.annotations.Nullable;

/** Reads the types that rule files declare: they are the schema of everything that enters. */
final class TypeReader {
    private static final Map<String, DeclaredType.Kind> VOCABULARY = Map.of(
            "Event", DeclaredType.Kind.EVENT,
            "Fact", DeclaredType.Kind.FACT,
            "Request", DeclaredType.Kind.REQUEST,
            "Parameter", DeclaredType.Kind.PARAMETER);
    private static final Set<String> RESERVED = Set.of(
            "Event",
            "Fact",
            "Request",
            "Parameter",
            "AsOf",
            "Standing",
            "Numbers",
            "Periods",
            Statement.RETRACTION_TYPE);
    private static final Map<String, FieldType> FIELD_TYPES = Map.ofEntries(
            Map.entry("String", FieldType.TEXT),
            Map.entry("int", FieldType.INT),
            Map.entry("Integer", FieldType.INT),
            Map.entry("long", FieldType.LONG),
            Map.entry("Long", FieldType.LONG),
            Map.entry("BigDecimal", FieldType.DECIMAL),
            Map.entry("boolean", FieldType.TRUTH),
            Map.entry("Boolean", FieldType.TRUTH),
            Map.entry("LocalDate", FieldType.DATE),
            Map.entry("Instant", FieldType.INSTANT));
    private static final Set<String> PRIMITIVES = Set.of("int", "long", "boolean");
    private static final String OPTIONAL = "optional";
    private static final String KEY = "key";

    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final Map<String, List<String>> enums;
    private final List<SourceFile> files;
    private final Problems problems;

    private TypeReader(List<SourceFile> files, Problems problems) {
        this.files = files;
        this.enums = enums(files);
        this.problems = problems;
    }

    private record Declared(String file, TypeDeclarationDescr content) {}

    static Types read(List<SourceFile> files, Problems problems) {
        TypeReader reader = new TypeReader(files, problems);
        files.forEach(reader::collect);
        return reader.types();
    }

    /** The names of each enum's constants. */
    static Map<String, List<String>> enums(List<SourceFile> files) {
        Map<String, List<String>> enums = new TreeMap<>();
        files.stream()
                .flatMap(file -> file.content().getEnumDeclarations().stream())
                .forEach(choices -> enums.put(
                        choices.getTypeName(),
                        choices.getLiterals().stream()
                                .map(EnumLiteralDescr::getName)
                                .toList()));
        return enums;
    }

    private void collect(SourceFile file) {
        for (EnumDeclarationDescr choices : file.content().getEnumDeclarations()) {
            engineWord(file, choices.getTypeName(), choices.getLine());
        }
        for (TypeDeclarationDescr type : file.content().getTypeDeclarations()) {
            String name = type.getTypeName();
            engineWord(file, name, type.getLine());
            if (RESERVED.contains(name)) {
                problems.error(
                        ProblemCode.RESERVED_NAME,
                        Place.ofLine(file.path(), type.getLine()),
                        "`" + name + "` is a word of the vocabulary");
            } else if (declared.putIfAbsent(name, new Declared(file.path(), type)) != null) {
                problems.error(
                        ProblemCode.DUPLICATE_TYPE,
                        Place.ofLine(file.path(), type.getLine()),
                        "`" + name + "` is declared twice");
            }
        }
    }

    private void engineWord(SourceFile file, String name, int line) {
        if (ReservedTypeNames.ENGINES.contains(name)) {
            problems.error(
                    ProblemCode.RESERVED_NAME,
                    Place.ofLine(file.path(), line),
                    "`" + name + "` is a word of the rule engine",
                    "choose another name");
        }
    }

    private Types types() {
        Map<String, DeclaredType> types = new TreeMap<>();
        declared.forEach((name, one) -> {
            DeclaredType.Kind kind = kind(one, new HashSet<>());
            types.put(
                    name,
                    new DeclaredType(
                            name,
                            kind,
                            fields(one, kind),
                            one.file(),
                            one.content().getLine(),
                            changeable(one, kind, new HashSet<>())));
        });
        return new Types(new TreeMap<>(types));
    }

    private DeclaredType.Kind kind(Declared one, Set<String> seen) {
        if (one.content().getSuperTypes().isEmpty()) {
            return DeclaredType.Kind.DERIVED;
        }
        String parent = one.content().getSuperTypes().get(0).getName();
        DeclaredType.Kind ofVocabulary = VOCABULARY.get(parent);
        if (ofVocabulary != null) {
            return ofVocabulary;
        }
        Declared extended = declared.get(parent);
        if (extended != null && seen.add(parent)) {
            return kind(extended, seen);
        }
        Set<String> known = new HashSet<>(declared.keySet());
        known.addAll(VOCABULARY.keySet());
        problems.error(
                ProblemCode.UNKNOWN_TYPE,
                Place.ofLine(one.file(), one.content().getLine()),
                "`" + one.content().getTypeName() + "` extends `" + parent + "`, which nothing declares",
                Nearest.fix(parent, known));
        return DeclaredType.Kind.DERIVED;
    }

    private List<Field> fields(Declared declared, DeclaredType.Kind kind) {
        List<Field> fields = new ArrayList<>();
        inherited(declared, fields, kind, new HashSet<>());
        return fields;
    }

    private void inherited(Declared one, List<Field> fields, DeclaredType.Kind kind, Set<String> seen) {
        if (!one.content().getSuperTypes().isEmpty()) {
            Declared parent = declared.get(one.content().getSuperTypes().get(0).getName());
            if (parent != null && seen.add(parent.content().getTypeName())) {
                inherited(parent, fields, kind, seen);
            }
        }
        one.content().getFields().values().forEach(field -> fields.add(field(one, field, kind)));
    }

    private Field field(Declared declared, TypeFieldDescr field, DeclaredType.Kind kind) {
        String type = field.getPattern().getObjectType().replaceAll("<.*", "");
        String simple = type.substring(type.lastIndexOf('.') + 1);
        List<String> choices = enums.getOrDefault(simple, List.of());
        FieldType fieldType = choices.isEmpty() ? FIELD_TYPES.getOrDefault(simple, FieldType.OTHER) : FieldType.CHOICE;
        boolean optional = field.getAnnotation(OPTIONAL) != null;
        if (fieldType == FieldType.OTHER && kind != DeclaredType.Kind.DERIVED) {
            problems.error(
                    ProblemCode.UNSUPPORTED_FIELD_TYPE,
                    Place.ofLine(declared.file(), field.getLine()),
                    "`" + field.getFieldName() + "` is of type `" + type + "`",
                    "use String, int, long, boolean, LocalDate, Instant, BigDecimal or a declared enum; "
                            + "money and points are whole numbers in minor units");
        }
        if (fieldType == FieldType.OTHER
                && kind == DeclaredType.Kind.DERIVED
                && !ReservedTypeNames.KEPT.contains(simple)
                && isForeign(declared.file(), type)) {
            problems.error(
                    ProblemCode.UNSUPPORTED_FIELD_TYPE,
                    Place.ofLine(declared.file(), field.getLine()),
                    "`" + field.getFieldName() + "` is of type `" + type + "`",
                    "use text, numbers, dates, declared types, or a `List`, `Set` or `Map` of them");
        }
        if (optional && PRIMITIVES.contains(simple)) {
            problems.error(
                    ProblemCode.OPTIONAL_PRIMITIVE,
                    Place.ofLine(declared.file(), field.getLine()),
                    "`" + field.getFieldName() + "` is optional, but `" + simple + "` cannot be absent",
                    "declare it as " + boxed(simple));
        }
        return new Field(
                field.getFieldName(),
                fieldType,
                simple,
                !optional && field.getInitExpr() == null,
                field.getAnnotation(KEY) != null,
                choices,
                new ChangeableReader(declared.file(), problems).of(field, fieldType, kind));
    }

    /** A type is as changeable as what it extends, unless it says something else. */
    private @Nullable Direction changeable(Declared one, DeclaredType.Kind kind, Set<String> seen) {
        if (one.content().getAnnotation(ChangeableReader.CHANGEABLE) != null
                || one.content().getSuperTypes().isEmpty()) {
            return new ChangeableReader(one.file(), problems).of(one.content(), kind);
        }
        Declared parent = declared.get(one.content().getSuperTypes().get(0).getName());
        return parent != null && seen.add(parent.content().getTypeName()) ? changeable(parent, kind, seen) : null;
    }

    /** Whether it is a type at all, from elsewhere; about names that nothing declares the engine complains. */
    private boolean isForeign(String file, String type) {
        boolean imported = files.stream()
                .filter(one -> one.path().equals(file))
                .flatMap(one -> one.content().getImports().stream())
                .anyMatch(importDescr -> importDescr.getTarget().endsWith("." + type));
        return imported || type.contains(".") || type.contains("[") || ReservedTypeNames.FOREIGN.contains(type);
    }

    private static String boxed(String primitive) {
        return switch (primitive) {
            case "int" -> "Integer";
            case "long" -> "Long";
            default -> "Boolean";
        };
    }
}
