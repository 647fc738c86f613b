package org.daylight.server;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The same changes, dates and letters, with everything kept in PostgreSQL. */
@QuarkusTest
@TestProfile(OnPostgres.class)
class ChangesDoorsOnPostgresTest extends ChangesDoorsTest {}
