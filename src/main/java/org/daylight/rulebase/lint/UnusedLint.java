package org.daylight.rulebase.lint;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.DeclaredType.Kind;
import org.daylight.scheme.Field;
import org.daylight.scheme.ServiceEntry;
import org.drools.drl.ast.descr.EnumDeclarationDescr;

/** A scheme should declare nothing that no rule uses: data about people would be kept for no purpose. */
final class UnusedLint implements Lint {
    @Override
    public void check(SchemeSource source, Warnings warnings) {
        Usage usage = new Usage(source);
        for (DeclaredType type : source.types().byName().values()) {
            Set<String> family = family(source, type.name());
            if (isUsed(source, usage, family)) {
                type.fields().stream()
                        .filter(field -> !field.key())
                        .filter(field -> family.stream().noneMatch(name -> usage.reads(name, field.name())))
                        .forEach(field -> declaration(source, type, field)
                                .ifPresent(place -> warnings.at(
                                        place,
                                        ProblemCode.UNUSED_FIELD,
                                        "no rule reads `" + field.name() + "` of `" + type.name() + "`",
                                        "take the field out")));
            } else {
                boolean parameter = type.kind() == Kind.PARAMETER;
                warnings.at(
                        type.place(),
                        parameter ? ProblemCode.UNUSED_PARAMETER : ProblemCode.UNUSED_TYPE,
                        "no rule uses `" + type.name() + "`" + (parameter ? " and its table" : ""),
                        "take it out");
            }
        }
        source.files().forEach(file -> enumerations(source, usage, file, warnings));
    }

    private static boolean isUsed(SchemeSource source, Usage usage, Set<String> family) {
        return family.stream().anyMatch(usage::mentions)
                || source.scheme().services().stream()
                        .map(ServiceEntry::request)
                        .anyMatch(request -> request != null && family.contains(request));
    }

    /** A type with all that extend it and all that it extends: a rule about one is about the others too. */
    private static Set<String> family(SchemeSource source, String type) {
        Set<String> family = new HashSet<>(source.ancestors(type));
        family.add(type);
        for (String other : source.types().byName().keySet()) {
            if (source.ancestors(other).contains(type)) {
                family.add(other);
            }
        }
        family.removeIf(name -> source.types().find(name).isEmpty());
        return family;
    }

    /** The place where a type declares a field; empty for inherited ones, which are reported where they are declared. */
    private static Optional<Place> declaration(SchemeSource source, DeclaredType type, Field field) {
        return source.files().stream()
                .flatMap(file -> file.content().getTypeDeclarations().stream()
                        .filter(declaration -> declaration.getTypeName().equals(type.name()))
                        .flatMap(declaration ->
                                Stream.ofNullable(declaration.getFields().get(field.name())))
                        .map(declared -> Place.ofLine(file.path(), declared.getLine())))
                .findFirst();
    }

    private static void enumerations(SchemeSource source, Usage usage, SourceFile file, Warnings warnings) {
        for (EnumDeclarationDescr enumeration : file.content().getEnumDeclarations()) {
            boolean used = usage.mentions(enumeration.getTypeName())
                    || source.types().byName().values().stream()
                            .flatMap(type -> type.fields().stream())
                            .anyMatch(field -> field.declared().equals(enumeration.getTypeName()));
            if (!used) {
                Place place = Place.ofLine(
                        file.path(), file.place(enumeration.getStartCharacter()).line());
                warnings.at(
                        place,
                        ProblemCode.UNUSED_TYPE,
                        "nothing uses `" + enumeration.getTypeName() + "`",
                        "take it out");
            }
        }
    }
}
