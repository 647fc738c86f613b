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

/** What no rule uses is kept about people for nothing. */
final class UnusedLint implements Lint {
    @Override
    public void check(SchemeSource scheme, Warnings warnings) {
        Usage usage = new Usage(scheme);
        for (DeclaredType type : scheme.types().byName().values()) {
            Set<String> family = family(scheme, type.name());
            if (isUsed(scheme, usage, family)) {
                type.fields().stream()
                        .filter(field -> !field.key())
                        .filter(field -> family.stream().noneMatch(name -> usage.reads(name, field.name())))
                        .forEach(field -> declaration(scheme, type, field)
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
        scheme.files().forEach(file -> enumerations(scheme, usage, file, warnings));
    }

    private static boolean isUsed(SchemeSource scheme, Usage usage, Set<String> family) {
        return family.stream().anyMatch(usage::mentions)
                || scheme.scheme().services().stream()
                        .map(ServiceEntry::request)
                        .anyMatch(request -> request != null && family.contains(request));
    }

    /** A type with all that extend it and all that it extends: a rule about one is about the others too. */
    private static Set<String> family(SchemeSource scheme, String type) {
        Set<String> family = new HashSet<>(scheme.ancestors(type));
        family.add(type);
        for (String other : scheme.types().byName().keySet()) {
            if (scheme.ancestors(other).contains(type)) {
                family.add(other);
            }
        }
        family.removeIf(name -> scheme.types().find(name).isEmpty());
        return family;
    }

    /** Where a type declares a field; empty for inherited ones, which are the parent's to answer for. */
    private static Optional<Place> declaration(SchemeSource scheme, DeclaredType type, Field field) {
        return scheme.files().stream()
                .flatMap(file -> file.content().getTypeDeclarations().stream()
                        .filter(declaration -> declaration.getTypeName().equals(type.name()))
                        .flatMap(declaration ->
                                Stream.ofNullable(declaration.getFields().get(field.name())))
                        .map(declared -> Place.ofLine(file.path(), declared.getLine())))
                .findFirst();
    }

    private static void enumerations(SchemeSource scheme, Usage usage, SourceFile file, Warnings warnings) {
        for (EnumDeclarationDescr choices : file.content().getEnumDeclarations()) {
            boolean used = usage.mentions(choices.getTypeName())
                    || scheme.types().byName().values().stream()
                            .flatMap(type -> type.fields().stream())
                            .anyMatch(field -> field.declared().equals(choices.getTypeName()));
            if (!used) {
                Place place = Place.ofLine(
                        file.path(), file.place(choices.getStartCharacter()).line());
                warnings.at(
                        place, ProblemCode.UNUSED_TYPE, "nothing uses `" + choices.getTypeName() + "`", "take it out");
            }
        }
    }
}
