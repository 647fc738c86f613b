package org.daylight.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.daylight.dossier.Dossiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DemoDataTest {
    private final DemoData demo;
    private final Dossiers dossiers;

    @Inject
    DemoDataTest(DemoData demo, Dossiers dossiers) {
        this.demo = demo;
        this.dossiers = dossiers;
    }

    @ParameterizedTest
    @CsvSource({
        "community, ada",
        "community, ben",
        "community, chi",
        "community, eve",
        "driving, dov",
        "motor-insurance, dov",
        "student-grant, chi"
    })
    void aDemoCitizenIsEnrolledAndHasAPast(String scheme, String citizen) {
        assertThat(dossiers.known(scheme, citizen).dossier().enrolled()).isTrue();
        assertThat(dossiers.known(scheme, citizen).dossier().statements()).isNotEmpty();
    }

    @Test
    void aSecondStartAddsNothing() {
        var before = dossiers.known("community", "ada");

        demo.load();

        assertThat(dossiers.known("community", "ada"))
                .usingRecursiveComparison()
                .ignoringFields("knownAt")
                .isEqualTo(before);
    }
}
