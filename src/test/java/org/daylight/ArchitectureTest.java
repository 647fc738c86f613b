package org.daylight;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the arrows between the packages, and what each of them may use of the outside. */
class ArchitectureTest {
    private static final String ROOT = "org.daylight.";

    /** Each package with those it leans on directly; what these lean on, it may use too. Everyone may use problem. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            entry("problem", Set.of()),
            entry("vocabulary", Set.of()),
            entry("scheme", Set.of()),
            entry("rulebase", Set.of("vocabulary", "scheme")),
            entry("evaluation", Set.of("rulebase")),
            entry("explanation", Set.of("evaluation")),
            entry("ranking", Set.of("evaluation")),
            entry("scenario", Set.of("explanation")),
            entry("store", Set.of()),
            entry("vault", Set.of("store")),
            entry("log", Set.of("store")),
            entry("records", Set.of("vault", "log")),
            entry("dossier", Set.of("scheme", "records")),
            entry("publication", Set.of("rulebase", "records")),
            entry("decision", Set.of("explanation", "dossier", "publication")),
            entry("cli", Set.of("ranking", "scenario", "decision")),
            entry("server", Set.of("decision")));

    /** A package's row in the README's table: its name, its job, what it leans on. */
    private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\| .+ \\|((?: `[a-z]+`,?)*) \\|");

    private static final String[] PLAIN_JAVA = packages(
            "vocabulary",
            "problem",
            "scheme",
            "rulebase",
            "evaluation",
            "explanation",
            "ranking",
            "scenario",
            "store",
            "vault",
            "records");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.daylight");

    static Stream<String> packageNames() {
        return ARROWS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packageNames")
    void aPackageLeansOnlyOnWhatItsArrowsReach(String name) {
        String[] beyond = packages(ARROWS.keySet().stream()
                .filter(other -> !reach(name).contains(other))
                .toArray(String[]::new));

        check(noClasses()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(beyond));
    }

    @Test
    void exactlyThePackagesThatExistHaveArrows() {
        assertThat(CLASSES.stream().map(ArchitectureTest::feature).collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
    }

    @ParameterizedTest
    @MethodSource("packageNames")
    void eachArrowIsLeanedOn(String name) {
        Set<String> used = CLASSES.stream()
                .filter(type -> feature(type).equals(name))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .filter(target -> target.getPackageName().startsWith(ROOT))
                .map(ArchitectureTest::feature)
                .collect(toSet());

        assertThat(used).containsAll(arrows(name));
    }

    @Test
    void theReadmeTellsTheArrows() throws IOException {
        Map<String, Set<String>> told = Files.readAllLines(Path.of("README.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .collect(toMap(row -> row.group(1), row -> names(row.group(2))));

        assertThat(told).isEqualTo(ARROWS);
    }

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("org.daylight.(*)..").should().beFreeOfCycles());
    }

    /** The root is a facade over them: it may use all, and none of them uses it. */
    @Test
    void thePartsOfRulebaseFormNoCycle() {
        check(slices().matching("org.daylight.rulebase.(*)..").should().beFreeOfCycles());
        check(noClasses()
                .that()
                .resideInAPackage("org.daylight.rulebase.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.daylight.rulebase"));
    }

    @Test
    void whatIsDoneWithDecisionsFormsNoCycle() {
        check(slices().matching("org.daylight.decision.(*)..").should().beFreeOfCycles());
        check(noClasses()
                .that()
                .resideInAPackage("org.daylight.decision")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.daylight.decision.*.."));
    }

    @Test
    void thePackagesOfTheExplanationFormNoCycle() {
        check(slices().matching("org.daylight.explanation.(*)..").should().beFreeOfCycles());
    }

    @Test
    void onlyRulebaseEvaluationAndExplanationKnowDrools() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(packages("rulebase", "evaluation", "explanation"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie.."));
    }

    /** It reads rules as the engine's compiler wrote them down; how the engine runs them is none of its business. */
    @Test
    void theExplanationKnowsNothingOfSessionsAndNetworks() {
        check(noClasses()
                .that()
                .resideInAPackage(inside("explanation"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools.core..", "org.drools.kiesession.."));
    }

    @Test
    void onlyResourcesAndTheServerKnowJaxRs() {
        check(noClasses()
                .that(resideOutsideOfPackages(packages("server"))
                        .and(outermost(simpleNameEndingWith("Resource")).negate()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy.."));
    }

    @Test
    void onlyTheServerReadsAClock() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(packages("server", "cli"))
                .should()
                .accessTargetWhere(describe("it reads a clock", ArchitectureTest::readsClock)));
    }

    @Test
    void theCoreAndTheStoreArePlainJava() {
        check(noClasses()
                .that()
                .resideInAnyPackage(PLAIN_JAVA)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "jakarta.enterprise..",
                                "jakarta.inject..",
                                "jakarta.annotation..",
                                "io.quarkus..",
                                "io.vertx..")
                        // The template engine of letters is Quarkus' own, and as plain a library as others.
                        .and(resideOutsideOfPackages("io.quarkus.qute.."))));
    }

    @Test
    void theArrowsCarryOverWhatTheyReach() {
        assertThat(reach("decision"))
                .containsExactlyInAnyOrder(
                        "decision",
                        "explanation",
                        "evaluation",
                        "rulebase",
                        "scheme",
                        "vocabulary",
                        "dossier",
                        "store",
                        "publication",
                        "records",
                        "vault",
                        "log",
                        "problem");
    }

    private static boolean readsClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        boolean givenAClock = access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.Clock" -> (name.startsWith("system") || name.startsWith("tick")) && !givenAClock;
            default -> owner.startsWith("java.time.") && name.equals("now") && !givenAClock;
        };
    }

    private static DescribedPredicate<JavaClass> outermost(DescribedPredicate<JavaClass> predicate) {
        return describe("outermost " + predicate.getDescription(), type -> {
            JavaClass outer = type;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return predicate.test(outer);
        });
    }

    private static Set<String> reach(String name) {
        Set<String> reached = new TreeSet<>(List.of(name, "problem"));
        arrows(name).forEach(next -> reached.addAll(reach(next)));
        return reached;
    }

    private static Set<String> names(String cell) {
        return Pattern.compile("[a-z]+")
                .matcher(cell)
                .results()
                .map(MatchResult::group)
                .collect(toSet());
    }

    private static Set<String> arrows(String name) {
        return Objects.requireNonNull(ARROWS.get(name));
    }

    /** The package directly under the root that a class is in, however deep. */
    private static String feature(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.", 2)[0];
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static String[] packages(String... names) {
        return Stream.of(names).map(ArchitectureTest::inside).toArray(String[]::new);
    }

    private static String inside(String name) {
        return ROOT + name + "..";
    }
}
