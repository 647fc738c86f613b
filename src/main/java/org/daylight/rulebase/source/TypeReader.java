package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Direction;
import org.daylight.scheme.Field;
import org.daylight.scheme.FieldType;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
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
    private static final Map<String, String> BOXED = Map.of("int", "Integer", "long", "Long", "boolean", "Boolean");

    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final Map<String, List<String>> enums;
    private final Problems problems;

    private TypeReader(List<SourceFile> files, Problems problems) {
        this.enums = enums(files);
        this.problems = problems;
    }

    private record Declared(SourceFile file, TypeDeclarationDescr content) {
        /** Names the type that it extends; the empty text where it extends none. */
        String parent() {
            return content.getSuperTypes().isEmpty()
                    ? ""
                    : content.getSuperTypes().get(0).getName();
        }
    }

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
                .forEach(enumeration -> enums.put(
                        enumeration.getTypeName(),
                        enumeration.getLiterals().stream()
                                .map(EnumLiteralDescr::getName)
                                .toList()));
        return enums;
    }

    private void collect(SourceFile file) {
        for (EnumDeclarationDescr enumeration : file.content().getEnumDeclarations()) {
            refuseEngineWord(enumeration.getTypeName(), Place.ofLine(file.path(), enumeration.getLine()));
        }
        for (TypeDeclarationDescr type : file.content().getTypeDeclarations()) {
            String name = type.getTypeName();
            Place place = Place.ofLine(file.path(), type.getLine());
            refuseEngineWord(name, place);
            if (ReservedTypeNames.VOCABULARY.contains(name)) {
                problems.error(ProblemCode.RESERVED_NAME, place, "`" + name + "` is a word of the vocabulary");
            } else if (declared.putIfAbsent(name, new Declared(file, type)) != null) {
                problems.error(ProblemCode.DUPLICATE_TYPE, place, "`" + name + "` is declared twice");
            }
        }
    }

    private void refuseEngineWord(String name, Place place) {
        if (ReservedTypeNames.ENGINE.contains(name)) {
            String message = "`" + name + "` is a word of the rule engine";
            problems.error(ProblemCode.RESERVED_NAME, place, message, "choose another name");
        }
    }

    private Types types() {
        SortedMap<String, DeclaredType> types = new TreeMap<>();
        declared.forEach((name, type) -> types.put(name, type(name, type)));
        return new Types(types);
    }

    private DeclaredType type(String name, Declared type) {
        List<Declared> family = family(type);
        DeclaredType.Kind kind = kind(family.get(family.size() - 1));
        List<Field> fields = new ArrayList<>();
        for (int at = family.size() - 1; at >= 0; at--) {
            Declared member = family.get(at);
            member.content().getFields().values().forEach(field -> fields.add(field(member.file(), field, kind)));
        }
        int line = type.content().getLine();
        return new DeclaredType(name, kind, fields, type.file().path(), line, changeable(family, kind));
    }

    /** A type and what it extends, nearest first; where types extend each other the first one is met again and ends it. */
    private List<Declared> family(Declared type) {
        List<Declared> family = new ArrayList<>(List.of(type));
        Set<String> seen = new HashSet<>();
        Declared parent = declared.get(type.parent());
        while (parent != null && seen.add(parent.content().getTypeName())) {
            family.add(parent);
            parent = declared.get(parent.parent());
        }
        return family;
    }

    private DeclaredType.Kind kind(Declared eldest) {
        String parent = eldest.parent();
        if (!parent.isEmpty() && !VOCABULARY.containsKey(parent)) {
            Set<String> known = new HashSet<>(declared.keySet());
            known.addAll(VOCABULARY.keySet());
            problems.error(
                    ProblemCode.UNKNOWN_TYPE,
                    Place.ofLine(eldest.file().path(), eldest.content().getLine()),
                    "`" + eldest.content().getTypeName() + "` extends `" + parent + "`, which nothing declares",
                    Nearest.fix(parent, known));
        }
        return VOCABULARY.getOrDefault(parent, DeclaredType.Kind.DERIVED);
    }

    /** The direction of the type, or else of the nearest type it extends that has one. */
    private @Nullable Direction changeable(List<Declared> family, DeclaredType.Kind kind) {
        return family.stream()
                .filter(type -> type.content().hasAnnotation(ChangeableReader.CHANGEABLE))
                .findFirst()
                .map(type -> new ChangeableReader(type.file(), problems).of(type.content(), kind))
                .orElse(null);
    }

    private Field field(SourceFile file, TypeFieldDescr field, DeclaredType.Kind kind) {
        String name = field.getFieldName();
        String type = field.getPattern().getObjectType().replaceAll("<.*", "");
        String simple = type.substring(type.lastIndexOf('.') + 1);
        List<String> choices = enums.getOrDefault(simple, List.of());
        FieldType fieldType = choices.isEmpty() ? FIELD_TYPES.getOrDefault(simple, FieldType.OTHER) : FieldType.CHOICE;
        boolean optional = field.hasAnnotation("optional");
        Place place = Place.ofLine(file.path(), field.getLine());
        if (fieldType == FieldType.OTHER) {
            otherType(name, type, simple, kind, file, place);
        }
        if (optional && BOXED.containsKey(simple)) {
            problems.error(
                    ProblemCode.OPTIONAL_PRIMITIVE,
                    place,
                    "`" + name + "` is optional, but `" + simple + "` cannot be absent",
                    "declare it as " + BOXED.get(simple));
        }
        boolean required = !optional && field.getInitExpr() == null;
        Direction changeable = new ChangeableReader(file, problems).of(field, fieldType, kind);
        return new Field(name, fieldType, simple, required, field.hasAnnotation("key"), choices, changeable);
    }

    private void otherType(
            String name, String type, String simple, DeclaredType.Kind kind, SourceFile file, Place place) {
        String message = "`" + name + "` is of type `" + type + "`";
        if (kind != DeclaredType.Kind.DERIVED) {
            problems.error(
                    ProblemCode.UNSUPPORTED_FIELD_TYPE,
                    place,
                    message,
                    likely(type) + "use String, int, long, boolean, LocalDate, Instant, BigDecimal or a declared enum; "
                            + "money and points are whole numbers in minor units");
        } else if (!ReservedTypeNames.OF_DERIVED_FIELDS.contains(simple) && isForeign(file, type)) {
            problems.error(
                    ProblemCode.UNSUPPORTED_FIELD_TYPE,
                    place,
                    message,
                    likely(type) + "use text, numbers, dates, declared types, or a `List`, `Set` or `Map` of them");
        }
    }

    private static String likely(String type) {
        return LikelyType.of(type, FIELD_TYPES.keySet())
                .map(meant -> Nearest.question(meant) + " ")
                .orElse("");
    }

    /** Whether it is a type from elsewhere; names that nothing declares are the engine's to report. */
    private static boolean isForeign(SourceFile file, String type) {
        boolean imported = file.content().getImports().stream()
                .anyMatch(importDescr -> importDescr.getTarget().endsWith("." + type));
        return imported || type.contains(".") || type.contains("[") || ReservedTypeNames.JAVA.contains(type);
    }
}
