package org.daylight.rulebase.check;

import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;

/**
 * Refuses names that the generated Java cannot have: its keywords, and for functions the verbs of consequences, which the engine
 * takes for its own.
 */
record KeywordCheck(SourceFile file, Problems problems) {
    void check() {
        for (TypeDeclarationDescr type : file.content().getTypeDeclarations()) {
            names(type, Stream.concat(Stream.of(type.getTypeName()), type.getFields().keySet().stream()));
        }
        for (EnumDeclarationDescr type : file.content().getEnumDeclarations()) {
            names(
                    type,
                    Stream.concat(
                            Stream.of(type.getTypeName()),
                            type.getLiterals().stream().map(literal -> literal.getName())));
        }
        for (FunctionDescr function : file.content().getFunctions()) {
            names(function, Stream.concat(Stream.of(function.getName()), function.getParameterNames().stream()));
            if (MemoryCheck.VERBS.contains(function.getName())) {
                refuse(function, function.getName());
            }
        }
    }

    private void names(BaseDescr element, Stream<String> names) {
        names.filter(SourceVersion::isKeyword).forEach(name -> refuse(element, name));
    }

    private void refuse(BaseDescr element, String name) {
        int start = Math.max(0, element.getStartCharacter());
        Place place = element.getStartCharacter() < 0
                ? Place.ofLine(file.path(), element.getLine())
                : file.place(file.find(name, start));
        problems.error(
                ProblemCode.RESERVED_NAME,
                place,
                "`" + name + "` is a word of the rule language and cannot be a name",
                "choose another name");
    }
}
