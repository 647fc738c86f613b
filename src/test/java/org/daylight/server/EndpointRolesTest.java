package org.daylight.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndpointRolesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.daylight");

    @Test
    void everyEndpointNamesWhoMayCallIt() {
        rule().check(CLASSES);
    }

    @Test
    void anEndpointThatNamesNobodyIsFound() {
        EvaluationResult result = rule().evaluate(new ClassFileImporter().importClasses(ProbeResource.class));

        assertThat(result.getFailureReport().getDetails())
                .singleElement()
                .asString()
                .contains("unannotated");
    }

    /** The framework does not tell which ones would do; {@link org.daylight.problem.ContentType} does. */
    @Test
    void noEndpointLeavesAWrongContentTypeToTheFramework() {
        noCodeUnits().should().beAnnotatedWith(Consumes.class).check(CLASSES);
        noClasses().should().beAnnotatedWith(Consumes.class).check(CLASSES);
    }

    private static ArchRule rule() {
        return methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(nameKnownRoles())
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaMethod> nameKnownRoles() {
        return new ArchCondition<>("name roles that exist, or be open to all") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean open = method.isAnnotatedWith(PermitAll.class);
                Set<String> roles = method.tryGetAnnotationOfType(RolesAllowed.class)
                        .map(allowed -> Set.of(allowed.value()))
                        .orElse(Set.of());
                boolean named = !roles.isEmpty()
                        && Stream.of(Role.values()).map(Role::id).toList().containsAll(roles);
                events.add(new SimpleConditionEvent(
                        method, open != named, method.getFullName() + " is open: " + open + ", for " + roles));
            }
        };
    }
}
