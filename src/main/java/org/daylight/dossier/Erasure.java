package org.daylight.dossier;

import java.time.Instant;
import java.util.Optional;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.StrictJson;
import org.daylight.records.RecordSession;
import org.daylight.records.RecordStore;
import org.daylight.store.StoreFailureException;
import org.daylight.vault.Vault;
import org.jboss.logging.Logger;

/**
 * Erases citizens by destroying their keys: rows and replicas keep the sealed values, and nobody can open them. The log still
 * verifies, as it holds salted hashes only, and so does every receipt handed out before.
 *
 * <p>A citizen who was erased is enrolled nowhere. Whatever is recorded about the citizen later is sealed with a new key.
 */
public final class Erasure {
    private static final Logger LOG = Logger.getLogger(Erasure.class);

    private final RecordStore records;

    public Erasure(RecordStore records) {
        this.records = records;
    }

    /**
     * Erases a citizen from every scheme. For a citizen who was erased already, and about whom nothing was recorded since, the
     * answer is the earlier erasure.
     *
     * @param recordedBy the caller's name
     * @return once it is durable
     * @throws CallerProblemException 404 when nothing was ever recorded about the citizen
     */
    public ErasureRecord erase(String citizen, String recordedBy) {
        ErasureRecord erased = records.write((session, recordedAt) -> erase(session, citizen, recordedAt, recordedBy));
        scrub(records);
        return erased;
    }

    /**
     * Takes out of the store's files what was left there of destroyed keys, wrapped as they were. Done after each erasure, and also
     * at start, because a process may have ended between an erasure's commit and this.
     */
    public static void scrub(RecordStore records) {
        try {
            Vault.scrub(records.database());
        } catch (StoreFailureException busy) {
            LOG.warnf("a destroyed key may still be in the store's write-ahead log, wrapped: %s", busy.getMessage());
        }
    }

    private static ErasureRecord erase(RecordSession session, String citizen, Instant recordedAt, String recordedBy) {
        EnrolmentRows enrolments = new EnrolmentRows(session);
        for (String scheme : enrolments.schemes(citizen)) {
            Optional<StoredEnrolment> latest = enrolments.latest(scheme, citizen);
            if (latest.filter(StoredEnrolment::isEnrolled).isPresent()) {
                enrolments.append(StoredEnrolment.withdrawn(scheme, citizen, null, recordedBy), latest, recordedAt);
            }
        }
        ErasureRows erasures = new ErasureRows(session);
        Optional<ErasureRecord> earlier = erasures.latest(citizen);
        if (session.keys().destroy(citizen, recordedAt)) {
            ErasureRecord erased = new ErasureRecord(
                    citizen, earlier.map(ErasureRecord::position).orElse(0L) + 1, recordedAt, recordedBy);
            erasures.insert(erased);
            return erased;
        }
        return earlier.orElseThrow(() -> CallerProblemException.of(
                404, "unknown-citizen", "citizen", StrictJson.cut(citizen), "somebody about whom something is kept"));
    }
}
