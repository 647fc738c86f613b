package org.daylight.server;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The same doors, with everything kept in PostgreSQL. */
@QuarkusTest
@TestProfile(OnPostgres.class)
class DoorsOnPostgresTest extends DoorsTest {}
