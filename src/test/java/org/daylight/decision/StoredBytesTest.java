package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.daylight.fixture.Town;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a statement and a decision of the community scheme take up in the database file, indexes and all. */
class StoredBytesTest {
    private static final Logger LOG = Logger.getLogger(StoredBytesTest.class);
    private static final int CITIZENS = 200;
    private static final List<String> EVENTS = List.of(
            "ReturnedOnTime {'item':'cargo bike'}",
            "ReturnedOnTime {'item':'ladder'}",
            "LateReturn {'daysLate':9}",
            "BillPaid {'bill':'2026-05'}",
            "DamageReported {'damage':'D-1'}",
            "DamageMadeGood {'damage':'D-1'}",
            "VolunteerShift {'hours':6}",
            "CourseCompleted {'course':'FIRST_AID'}",
            "BillMissed {'bill':'2026-09'}",
            "ReturnedOnTime {'item':'tent'}");

    @Test
    void aStatementAndADecisionStayWellBelowTwoKilobytes(@TempDir Path directory) throws IOException {
        // given
        Town.writeShipped(directory, "community");
        try (Town town = Town.open(directory)) {
            TownDecisions townDecisions = new TownDecisions(town);
            for (int citizen = 0; citizen < CITIZENS; citizen++) {
                town.enrol("community", citizen(citizen));
            }
            // when
            long before = bytes(town);
            for (int citizen = 0; citizen < CITIZENS; citizen++) {
                for (int event = 0; event < EVENTS.size(); event++) {
                    String[] said = EVENTS.get(event).split(" ", 2);
                    town.state(
                            "community." + said[0],
                            "desk-" + citizen + "-" + event,
                            citizen(citizen),
                            "2026-09-1" + event,
                            said[1]);
                }
            }
            long statements = bytes(town);
            for (int citizen = 0; citizen < CITIZENS; citizen++) {
                for (String service : List.of("bike-hire", "tool-loan", "scholarship", "fast-internet", "medicine")) {
                    townDecisions.ask(question(citizen(citizen), service));
                }
            }
            long decided = bytes(town);
            // then
            long perStatement = (statements - before) / ((long) CITIZENS * EVENTS.size());
            long perDecision = (decided - statements) / (CITIZENS * 5L);
            LOG.infof("%d bytes per statement, %d bytes per decision", perStatement, perDecision);
            assertThat(perStatement).isLessThan(1024);
            assertThat(perDecision).isLessThan(2048);
        }
    }

    private static String question(String citizen, String service) {
        String attributes = service.equals("medicine") ? ",\"attributes\":{\"medicine\":\"insulin\"}" : "";
        return "{\"scheme\":\"community\",\"service\":\"" + service + "\",\"citizen\":\"" + citizen
                + "\",\"asOf\":\"2026-11-01\"" + attributes + "}";
    }

    private static String citizen(int number) {
        return "citizen-%08d".formatted(number * 7919 % 100_000_007);
    }

    private static long bytes(Town town) {
        return town.database.reading().withHandle(handle -> handle.createQuery(
                        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
                .mapTo(Long.class)
                .one());
    }
}
