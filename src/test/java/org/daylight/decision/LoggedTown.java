package org.daylight.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.daylight.log.StoredLog;
import org.daylight.log.StoredLogs;
import org.daylight.log.note.VerifierKey;
import org.daylight.log.verify.Finding;
import org.daylight.log.verify.Receipt;
import org.daylight.log.verify.StoreVerification;
import org.daylight.store.RecordingClock;

/** A town with a library that lends, and what its log says. */
final class LoggedTown implements AutoCloseable {
    private static final String RULES = """
        declare LateReturn extends Event
            daysLate : int
        end
        rule "Late" @reason( "{$d} days late" ) when LateReturn( $d : daysLate ) then score.add( -$d ); end
        rule "Open" @reason( "Open to all" ) when Request( service == "lending" ) then decision.grant(); end
        """;

    final Town town;
    final Decisions decisions;
    final Receipts receipts;
    final StoredLogs logs;
    final RecordingClock latest;

    LoggedTown(Stores store, Path directory) {
        this(store.url(directory), directory);
    }

    /** On a database that others may share. */
    LoggedTown(String url, Path directory) {
        this(url, directory, Clock.systemUTC());
    }

    /** By a clock of the test's own. */
    LoggedTown(String url, Path directory, Clock clock) {
        Town.write(directory, "library", SchemeText.library().rules(RULES));
        town = Town.open(url, directory, clock);
        latest = new RecordingClock(clock, town.database);
        decisions = new Decisions(town.records, town.dossiers, clock);
        logs = new StoredLogs(town.database);
        receipts = new Receipts(decisions, logs);
    }

    String ask(String citizen) {
        return asked("{\"scheme\":\"library\",\"service\":\"lending\",\"citizen\":\"" + citizen + "\"}")
                .id();
    }

    Decision asked(String json) {
        return decisions.ask(new DecisionRequestReader(town.schemes, latest).read(json, "lender", Optional.empty()));
    }

    VerifierKey key() {
        return logs.named(town.log.name()).orElseThrow().key();
    }

    /** The receipt as the door answers it. */
    byte[] receipt(String decision) {
        Receipts.Receipt receipt = receipts.of(decision).orElseThrow();
        return new ObjectMapper()
                .valueToTree(Map.of("record", receipt.record(), "proof", receipt.proof()))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    Receipt parsed(String decision) {
        return Receipt.parse(receipt(decision));
    }

    StoreVerification verified() {
        Map<StoredLog, VerifierKey> keys = new HashMap<>();
        logs.all().forEach(log -> keys.put(log, log.key()));
        return StoreVerification.of(
                keys,
                Map.of(),
                consumer -> town.records.read(session -> {
                    DecisionLeaves.eachRecord(session, consumer);
                    return true;
                }),
                records -> {});
    }

    List<String> findings() {
        return verified().findings().stream().map(Finding::toString).toList();
    }

    @Override
    public void close() {
        town.close();
    }
}
