package org.daylight;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what can be held of plain words: a name means one thing, here and beside what everybody knows by it. */
class NamesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("org.daylight");

    @Test
    void whatIsThrownIsNamedSo() {
        classes()
                .that(assignableTo(Throwable.class))
                .should()
                .haveSimpleNameEndingWith("Exception")
                .check(CLASSES);
    }

    @Test
    void noTwoTopLevelTypesShareAName() {
        Map<String, List<JavaClass>> byName = topLevel().collect(groupingBy(JavaClass::getSimpleName));

        assertThat(byName.values()).allSatisfy(types -> assertThat(types).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.util", "java.io"})
    void noTopLevelTypeIsNamedLikeOneOfTheJdk(String packageName) throws IOException {
        Path folder =
                FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base", packageName.split("\\."));
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> taken = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".class") && !file.contains("$"))
                    .map(file -> file.replace(".class", ""))
                    .filter(name -> isPublic(packageName + "." + name))
                    .collect(toSet());

            assertThat(taken).contains(packageName.equals("java.util") ? "List" : "File");
            assertThat(taken).doesNotContainAnyElementsOf(topLevelNames());
        }
    }

    @Test
    void noTopLevelTypeIsNamedLikeOneOfTheEnginesThatIsUsed() {
        Set<String> taken = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .filter(type -> type.getPackageName().startsWith("org.drools")
                        || type.getPackageName().startsWith("org.kie"))
                .map(JavaClass::getSimpleName)
                .collect(toSet());

        assertThat(taken).contains("KieBase");
        assertThat(taken).doesNotContainAnyElementsOf(topLevelNames());
    }

    private static Set<String> topLevelNames() {
        return topLevel().map(JavaClass::getSimpleName).collect(toSet());
    }

    private static Stream<JavaClass> topLevel() {
        return CLASSES.stream().filter(JavaClass::isTopLevelClass).filter(type -> !type.getSimpleName()
                .equals("package-info"));
    }

    private static boolean isPublic(String name) {
        try {
            return Modifier.isPublic(Class.forName(name).getModifiers());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
