package org.daylight.rulebase.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.LikelyType;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.EnumLiteralDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;

/** Checks declarations for names given twice, for fields of an unknown type, and for mistyped annotations. */
final class DeclarationCheck {
    private static final List<String> OF_RULES = List.of("reason", "cites", "allow");
    private static final List<String> OF_TYPES = List.of("changeable");
    private static final List<String> OF_FIELDS = List.of("key", "optional", "changeable");

    private final KnownTypes types;
    private final Problems problems;
    private final Set<String> enums = new HashSet<>();

    DeclarationCheck(KnownTypes types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    void check(SourceFile file) {
        for (EnumDeclarationDescr declaration : file.content().getEnumDeclarations()) {
            enumeration(file, declaration);
        }
        for (TypeDeclarationDescr declaration : file.content().getTypeDeclarations()) {
            type(file, declaration);
        }
        for (RuleDescr rule : file.content().getRules()) {
            annotations(file, rule.getStartCharacter(), rule.getAnnotations(), OF_RULES);
        }
    }

    private void enumeration(SourceFile file, EnumDeclarationDescr declaration) {
        String name = declaration.getTypeName();
        int start = Math.max(0, declaration.getStartCharacter());
        if (!enums.add(name)) {
            problems.error(
                    ProblemCode.DUPLICATE_TYPE, file.place(file.find(name, start)), "`" + name + "` is declared twice");
        }
        Set<String> names = new HashSet<>();
        for (EnumLiteralDescr literal : declaration.getLiterals()) {
            if (!names.add(literal.getName())) {
                problems.error(
                        ProblemCode.DUPLICATE_CHOICE,
                        file.place(file.find(literal.getName(), start)),
                        "`" + name + "` lists `" + literal.getName() + "` twice");
            }
        }
    }

    private void type(SourceFile file, TypeDeclarationDescr declaration) {
        if (enums.contains(declaration.getTypeName())) {
            problems.error(
                    ProblemCode.DUPLICATE_TYPE,
                    file.place(file.find(declaration.getTypeName(), Math.max(0, declaration.getStartCharacter()))),
                    "`" + declaration.getTypeName() + "` is declared twice");
        }
        fieldsGivenTwice(file, declaration);
        annotations(file, declaration.getStartCharacter(), declaration.getAnnotations(), OF_TYPES);
        for (TypeFieldDescr field : declaration.getFields().values()) {
            int start = file.find(field.getFieldName(), file.startOf(field.getLine()));
            annotations(file, start, field.getAnnotations(), OF_FIELDS);
            String fieldType = field.getPattern().getObjectType();
            boolean derived = declaration.getSuperTypes().isEmpty();
            if (derived && !fieldType.contains(".") && !types.isKnown(fieldType) && isName(fieldType)) {
                problems.error(
                        ProblemCode.UNKNOWN_TYPE,
                        file.place(file.find(
                                fieldType, start + field.getFieldName().length())),
                        "nothing declares `" + fieldType + "`",
                        LikelyType.of(fieldType, types.namesForFields())
                                .map(Nearest::question)
                                .orElse(null));
            }
        }
    }

    /** Looks at the text, for the parser keeps only the last field of a name. */
    private void fieldsGivenTwice(SourceFile file, TypeDeclarationDescr declaration) {
        int start = declaration.getStartCharacter();
        int end = Math.min(declaration.getEndCharacter(), file.text().length());
        List<Token> tokens =
                start < 0 || end < start ? List.of() : Tokens.of(file.text().substring(start, end), start);
        Set<String> names = new HashSet<>();
        for (int at = 1; at + 1 < tokens.size(); at++) {
            Token name = tokens.get(at);
            boolean isField = name.isWord()
                    && tokens.get(at + 1).is(":")
                    && !tokens.get(at - 1).is("?");
            if (isField && !names.add(name.text())) {
                problems.error(
                        ProblemCode.DUPLICATE_FIELD,
                        file.place(name.offset()),
                        "`" + declaration.getTypeName() + "` has two fields `" + name.text() + "`");
            }
        }
    }

    private static boolean isName(String type) {
        return type.chars().allMatch(Character::isJavaIdentifierPart);
    }

    private void annotations(SourceFile file, int start, Collection<AnnotationDescr> annotations, List<String> known) {
        for (AnnotationDescr annotation : annotations) {
            String name = annotation.getName();
            if (known.contains(name)) {
                continue;
            }
            // Only mistyped ones: the engine has annotations of its own.
            Nearest.to(name, known)
                    .ifPresent(near -> problems.error(
                            ProblemCode.UNKNOWN_ANNOTATION,
                            file.place(file.find("@" + name, start)),
                            "`@" + name + "` is not known here",
                            Nearest.question("@" + near)));
        }
    }
}
