package org.daylight.server;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.daylight.dossier.Dossiers;

/** The same demo citizens, kept in PostgreSQL. */
@QuarkusTest
@TestProfile(OnPostgres.class)
class DemoDataOnPostgresTest extends DemoDataTest {
    @Inject
    DemoDataOnPostgresTest(DemoData demo, Dossiers dossiers) {
        super(demo, dossiers);
    }
}
