package org.daylight.rulebase.build;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.daylight.problem.Place;
import org.daylight.rulebase.source.SourceFile;
import org.drools.drl.ast.descr.EnumDeclarationDescr;

/**
 * A declared enum whose values cannot be made: they are when it is first used, and then what is written in their parentheses
 * runs.
 */
record FailingEnum(String name, Place place) {
    private static final String INITIALISER = "<clinit>";

    /** The enum that is behind a failure, if one is. */
    static Optional<FailingEnum> behind(Throwable failure, BuildInput input) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(frame -> frame.getMethodName().equals(INITIALISER))
                .flatMap(frame -> named(frame.getClassName(), input).stream())
                .findFirst();
    }

    private static Optional<FailingEnum> named(String className, BuildInput input) {
        List<SourceFile> files = input.source().files();
        return files.stream()
                .flatMap(file -> file.content().getEnumDeclarations().stream()
                        .filter(declared ->
                                className.equals(input.scheme().packageName() + "." + declared.getTypeName()))
                        .map(declared -> new FailingEnum(declared.getTypeName(), place(file, declared))))
                .findFirst();
    }

    private static Place place(SourceFile file, EnumDeclarationDescr declared) {
        int start = Math.max(0, declared.getStartCharacter());
        return file.place(Math.max(start, file.text().indexOf(declared.getTypeName(), start)));
    }
}
