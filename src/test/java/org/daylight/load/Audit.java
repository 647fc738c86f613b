package org.daylight.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.daylight.dossier.DossierSnapshot;
import org.daylight.dossier.Dossiers;
import org.daylight.records.RecordStore;
import org.daylight.scheme.Statement;
import org.daylight.store.Database;
import org.daylight.store.Login;
import org.daylight.vault.KeyFile;
import org.daylight.vault.MasterKeySource;
import org.daylight.vault.Vault;

/** Holds a service, and the store behind it, to what was promised. */
final class Audit {
    private static final int REPLAY_EVERY = 50;

    private final String url;
    private final Path masterKey;
    private final Caller caller;
    private final List<String> citizens;

    Audit(String url, Path masterKey, Caller caller, List<String> citizens) {
        this.url = url;
        this.masterKey = masterKey;
        this.caller = caller;
        this.citizens = citizens;
    }

    /** Everything promised is there, once, as it was answered; what was not promised is there as a whole or not at all. */
    void check(Promises promises) throws IOException {
        assertThat(promises.broken()).isEmpty();
        List<String> kept = kept();
        Set<String> distinct = new HashSet<>(kept);
        assertThat(kept).as("kept twice").hasSameSizeAs(distinct);
        assertThat(promises.statements().keySet()).as("acknowledged and lost").isSubsetOf(distinct);
        for (List<String> together : promises.requests()) {
            long there = together.stream().filter(distinct::contains).count();
            assertThat(there).as("halves of %s", together).isIn(0L, (long) together.size());
        }
        for (Map.Entry<String, String> decision : promises.decisions().entrySet()) {
            assertThat(read(decision.getKey())).isEqualTo(decision.getValue());
        }
    }

    /** What takes longer: statements sent again are answered as before, decisions replay identically. */
    void checkEverything(Promises promises) throws IOException {
        check(promises);
        for (Promises.Accepted accepted : promises.statements().values()) {
            Caller.Answer again = caller.post("source", "/events", "application/cloudevents+json", accepted.body());
            assertThat(again.json().path("statements").path(0).toString())
                    .as(again.text())
                    .isEqualTo(accepted.answer());
        }
        List<String> decisions = promises.decisions().keySet().stream().sorted().toList();
        for (int i = 0; i < decisions.size(); i += REPLAY_EVERY) {
            Caller.Answer replay =
                    caller.post("auditor", "/decisions/" + decisions.get(i) + "/replay", "application/json", "");
            assertThat(replay.json().path("result").asText()).as(replay.text()).isEqualTo("IDENTICAL");
        }
        check(promises);
    }

    private String read(String decision) throws IOException {
        Caller.Answer answer = caller.get("service", "/decisions/" + decision);
        assertThat(answer.status()).as("decision %s, acknowledged", decision).isEqualTo(200);
        return answer.text();
    }

    /** The ids of all statements, having looked that each citizen's are numbered without a gap. */
    private List<String> kept() {
        try (Database database = Database.openForReading(url, Login.NONE)) {
            Vault vault = Vault.open(database, new MasterKeySource(Optional.empty(), new KeyFile(masterKey)));
            Dossiers dossiers = new Dossiers(RecordStore.toRead(database, vault));
            return citizens.stream()
                    .map(citizen -> dossiers.known("community", citizen))
                    .flatMap(known -> statements(known).stream())
                    .map(Statement::id)
                    .collect(Collectors.toList());
        }
    }

    private static List<Statement> statements(DossierSnapshot known) {
        List<Statement> statements = known.dossier().statements();
        assertThat(statements).as("positions without a gap").hasSize((int)
                known.version().statements());
        assertThat(statements).extracting(Statement::recordedAt).isSorted();
        return statements;
    }
}
