package org.daylight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoUsersTest {
    @Test
    void theyExistInDevAndTest() {
        assertThat(DemoUsers.in(List.of("dev")).roleOf("ada", "ada".toCharArray()))
                .contains(Role.CITIZEN);
        assertThat(DemoUsers.in(List.of("test")).roleOf("source", "source".toCharArray()))
                .contains(Role.SOURCE);
    }

    @Test
    void theyDoNotExistInProduction() {
        DemoUsers users = DemoUsers.in(List.of("prod"));

        assertThat(users.exist()).isFalse();
        assertThat(users.roleOf("ada", "ada".toCharArray())).isEmpty();
    }

    @Test
    void theyDoNotExistWhereProductionIsActiveBesideDev() {
        assertThat(DemoUsers.in(List.of("dev", "prod")).exist()).isFalse();
    }

    @Test
    void theyDoNotExistInAProfileNobodyKnows() {
        assertThat(DemoUsers.in(List.of("staging")).exist()).isFalse();
    }

    @Test
    void everyInstitutionalRoleHasOne() {
        assertThat(DemoUsers.in(List.of("dev")))
                .hasToString("registrar, source, service, author, auditor, caseworker, operator, "
                        + "ada (citizen), ben (citizen), chi (citizen), dov (citizen), eve (citizen)");
    }
}
