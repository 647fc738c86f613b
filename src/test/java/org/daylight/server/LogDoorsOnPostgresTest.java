package org.daylight.server;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.daylight.log.Log;
import org.daylight.store.GroupWriter;

/** The same log, kept in PostgreSQL. */
@QuarkusTest
@TestProfile(OnPostgres.class)
class LogDoorsOnPostgresTest extends LogDoorsTest {
    @Inject
    LogDoorsOnPostgresTest(Log log, GroupWriter writer) {
        super(log, writer);
    }
}
