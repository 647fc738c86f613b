package org.daylight.rulebase.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daylight.rulebase.source.JavaTypes;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.FieldType;
import org.drools.drl.ast.descr.ImportDescr;
import org.jspecify.annotations.Nullable;

/** Every type that rules may name, with the fields of those whose fields are known. */
final class KnownTypes {
    private static final Property DATE = Property.of(FieldType.DATE);
    private static final Property INSTANT = Property.of(FieldType.INSTANT);
    private static final Property TEXT = Property.of(FieldType.TEXT);
    private static final Map<String, Map<String, Property>> VOCABULARY = Map.of(
            "Event", Map.of("occurredAt", INSTANT, "occurredOn", DATE),
            "Fact", Map.of("validAt", INSTANT, "validOn", DATE),
            "Parameter", Map.of("inForceFrom", DATE, "inForceTo", DATE, "reference", TEXT),
            "Request", Map.of("service", TEXT),
            "AsOf", Map.of("date", DATE, "instant", INSTANT),
            "Standing", Map.of("score", Property.of(FieldType.LONG), "band", TEXT));
    private static final Set<String> OPAQUE = Set.of(
            "BigDecimal",
            "Instant",
            "LocalDate",
            "Period",
            "ChronoUnit",
            "int",
            "long",
            "boolean",
            "short",
            "byte",
            "char",
            "double",
            "float");

    private static final List<String> FIELD_TYPES = List.of(
            "String", "int", "Integer", "long", "Long", "boolean", "Boolean", "LocalDate", "Instant", "BigDecimal");

    /** Packages whose types the engine knows without an import. */
    private static final List<String> JAVA = List.of("java.lang.", "java.util.");

    private final Map<String, Map<String, Property>> fields = new HashMap<>(VOCABULARY);
    private final Map<String, List<String>> choices;
    private final Set<String> opaque = new HashSet<>(OPAQUE);
    private boolean hasWildcardImport;

    KnownTypes(SchemeSource source) {
        this.choices = source.enums();
        opaque.addAll(source.unread());
        JavaTypes.of(source.files()).forEach(name -> opaque.add(name.substring(name.lastIndexOf('.') + 1)));
        source.files().forEach(file -> file.content().getImports().forEach(this::collect));
        source.allRules().stream().filter(SourceRule::isQuery).forEach(query -> opaque.add(query.name()));
        source.types().byName().values().forEach(type -> declare(type, source));
    }

    private void collect(ImportDescr imported) {
        String target = imported.getTarget();
        hasWildcardImport |= target.endsWith("*");
        opaque.add(target.substring(target.lastIndexOf('.') + 1));
    }

    private void declare(DeclaredType type, SchemeSource source) {
        Map<String, Property> properties =
                new HashMap<>(VOCABULARY.getOrDefault(type.kind().vocabulary(), Map.of()));
        type.fields()
                .forEach(field ->
                        properties.put(field.name(), new Property(field.type(), field.declared(), field.choices())));
        if (isDeclaredOnce(type.name(), source) && isWholeFamilyKnown(type.name(), source)) {
            fields.put(type.name(), properties);
        } else {
            opaque.add(type.name());
        }
    }

    /** Whether it is clear which declaration is meant. */
    private static boolean isDeclaredOnce(String type, SchemeSource source) {
        return source.files().stream()
                        .flatMap(file -> file.content().getTypeDeclarations().stream())
                        .filter(declaration -> declaration.getTypeName().equals(type))
                        .count()
                == 1;
    }

    private static boolean isWholeFamilyKnown(String type, SchemeSource source) {
        return source.ancestors(type).stream()
                .allMatch(ancestor -> VOCABULARY.containsKey(ancestor)
                        || (source.types().find(ancestor).isPresent()
                                && !source.ancestors(ancestor).contains(ancestor)));
    }

    boolean isKnown(String type) {
        return hasWildcardImport
                || type.isEmpty()
                || fields.containsKey(type)
                || choices.containsKey(type)
                || opaque.contains(type)
                || JAVA.stream().anyMatch(prefix -> isClass(prefix + type, Object.class.getClassLoader()));
    }

    /** Whether there is a class of this full name, such as {@code java.time.LocalDate}; rules may not use all that are there. */
    static boolean exists(String name) {
        return isClass(name, KnownTypes.class.getClassLoader());
    }

    /** Looks a class up without running any of it. */
    private static boolean isClass(String name, @Nullable ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError notFound) {
            return false;
        }
    }

    /** The fields of a type; empty when they are not known here, as those of Java's own types. */
    Optional<Map<String, Property>> fields(String type) {
        return Optional.ofNullable(fields.get(type));
    }

    Optional<List<String>> choices(String type) {
        return Optional.ofNullable(choices.get(type));
    }

    /** The names that a mistyped one may have meant. */
    List<String> names() {
        List<String> names = new ArrayList<>(fields.keySet());
        names.addAll(choices.keySet());
        return names;
    }

    /** The names that a mistyped type of a field may have meant. */
    List<String> namesForFields() {
        List<String> names = new ArrayList<>(FIELD_TYPES);
        names.addAll(names());
        return names;
    }
}
