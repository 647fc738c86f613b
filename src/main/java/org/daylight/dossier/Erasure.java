package org.daylight.dossier;

import java.time.Instant;
import java.util.Optional;
import org.daylight.dossier.EnrolmentRows.Row;
import org.daylight.ledger.Desk;
import org.daylight.ledger.Ledger;
import org.daylight.problem.CallerProblem;
import org.daylight.problem.StrictJson;
import org.daylight.store.StoreFailure;
import org.daylight.vault.Vault;
import org.jboss.logging.Logger;

/**
 * Erases citizens, by destroying their keys: rows and replicas keep what is sealed, and nobody can open it. The log and
 * every receipt handed out before still verify, as they hold salted hashes only.
 *
 * <p>Somebody who was erased is enrolled nowhere. Whatever is recorded about them later is sealed with a new key.
 */
public final class Erasure {
    private static final Logger LOG = Logger.getLogger(Erasure.class);

    private final Ledger ledger;

    public Erasure(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Erases a citizen from every scheme. Somebody who was erased already, and of whom nothing was recorded since, is answered
     * alike.
     *
     * @param recordedBy who has it done
     * @return once it is durable
     * @throws CallerProblem 404 when nothing was ever recorded about the citizen
     */
    public Erased erase(String citizen, String recordedBy) {
        Erased erased = ledger.write((desk, recordedAt) -> erase(desk, citizen, recordedAt, recordedBy));
        scrub(ledger);
        return erased;
    }

    /**
     * Takes out of the store's files what was left there of destroyed keys, wrapped as they were. Done after each erasure, and at
     * start, as a process may have ended between the one and the other.
     */
    public static void scrub(Ledger ledger) {
        try {
            Vault.scrub(ledger.database());
        } catch (StoreFailure busy) {
            LOG.warnf("a destroyed key may still be in the store's write-ahead log, wrapped: %s", busy.getMessage());
        }
    }

    private static Erased erase(Desk desk, String citizen, Instant recordedAt, String recordedBy) {
        EnrolmentRows enrolments = new EnrolmentRows(desk);
        for (String scheme : enrolments.schemes(citizen)) {
            Optional<Row> latest = enrolments.latest(scheme, citizen);
            if (latest.filter(Row::isEnrolled).isPresent()) {
                enrolments.append(Row.withdrawn(scheme, citizen, null, recordedBy), latest, recordedAt);
            }
        }
        ErasureRows erasures = new ErasureRows(desk);
        Optional<Erased> earlier = erasures.latest(citizen);
        if (desk.keys().destroy(citizen, recordedAt)) {
            Erased erased = new Erased(citizen, earlier.map(Erased::position).orElse(0L) + 1, recordedAt, recordedBy);
            erasures.keep(erased);
            return erased;
        }
        return earlier.orElseThrow(() -> CallerProblem.of(
                404, "unknown-citizen", "citizen", StrictJson.cut(citizen), "somebody about whom something is kept"));
    }
}
