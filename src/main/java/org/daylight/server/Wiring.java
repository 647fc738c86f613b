package org.daylight.server;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.SplittableRandom;
import org.daylight.decision.DecisionHistory;
import org.daylight.decision.DecisionRequestReader;
import org.daylight.decision.Decisions;
import org.daylight.decision.Receipts;
import org.daylight.decision.explain.DecisionCounterfactuals;
import org.daylight.decision.explain.DecisionExplainer;
import org.daylight.decision.export.DecisionLogExport;
import org.daylight.decision.replay.Replay;
import org.daylight.decision.replay.ReplaySample;
import org.daylight.decision.standing.Standings;
import org.daylight.dossier.Dossiers;
import org.daylight.dossier.Enrolments;
import org.daylight.dossier.Erasure;
import org.daylight.dossier.Intake;
import org.daylight.log.Log;
import org.daylight.log.LogKeys;
import org.daylight.log.StoredLogs;
import org.daylight.publication.LiveSchemes;
import org.daylight.publication.RulesFolderWatcher;
import org.daylight.records.RecordStore;
import org.daylight.rulebase.RuleCompiler;
import org.daylight.store.Database;
import org.daylight.store.GroupWriter;
import org.daylight.store.Login;
import org.daylight.store.RecordingClock;
import org.daylight.store.StoreProbe;
import org.daylight.vault.KeyFile;
import org.daylight.vault.MasterKeySource;
import org.daylight.vault.Vault;

/** Puts the parts together, each made once. They are plain Java and know nothing of it; {@link Lifecycle} closes them. */
class Wiring {
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    Database database(DaylightConfig config) {
        DaylightConfig.Store store = config.store();
        String url = store.url().orElseGet(() -> "jdbc:sqlite:" + config.data().resolve("daylight.db"));
        return Database.open(
                url, new Login(store.user().orElse(null), store.password().orElse(null)));
    }

    @Singleton
    StoreProbe probe(Database database) {
        return new StoreProbe(database);
    }

    @Singleton
    @Typed(RecordingClock.class)
    RecordingClock latest(Clock clock, Database database) {
        return new RecordingClock(clock, database);
    }

    @Singleton
    Log log(DaylightConfig config, KeyFiles files) {
        String origin = config.log().origin();
        return new Log(config.log()
                .key()
                .map(secret -> LogKeys.given(origin, secret))
                .orElseGet(() -> LogKeys.inFile(origin, files.log())));
    }

    @Singleton
    StoredLogs storedLogs(Database database) {
        return new StoredLogs(database);
    }

    @Singleton
    GroupWriter writer(Database database, Clock clock, DaylightConfig config, Log log) {
        DaylightConfig.Store store = config.store();
        return new GroupWriter(database, clock, new GroupWriter.Capacity(store.queueSize(), store.groupSizeMax()), log);
    }

    @Singleton
    RecordStore records(Database database, GroupWriter writer, Log log, DaylightConfig config, KeyFiles files) {
        MasterKeySource source = new MasterKeySource(config.masterKey(), new KeyFile(files.master()));
        RecordStore records = RecordStore.open(database, Vault.open(database, writer, source), log, writer);
        Erasure.scrub(records);
        return records;
    }

    @Singleton
    LiveSchemes schemes(RecordStore records, Clock clock) {
        return new LiveSchemes(records, RuleCompiler::compile, clock);
    }

    @Singleton
    RulesFolderWatcher watcher(DaylightConfig config, LiveSchemes schemes, StoreWatch store) {
        return new RulesFolderWatcher(config.rules().directory(), schemes, store::away);
    }

    @Singleton
    Erasure erasure(RecordStore records) {
        return new Erasure(records);
    }

    @Singleton
    Enrolments enrolments(RecordStore records, LiveSchemes schemes) {
        return new Enrolments(records, schemes);
    }

    @Singleton
    Intake intake(RecordStore records, LiveSchemes schemes) {
        return new Intake(records, schemes, Intake.Limits.DEFAULT);
    }

    @Singleton
    Dossiers dossiers(RecordStore records) {
        return new Dossiers(records);
    }

    @Singleton
    DecisionRequestReader requestReader(LiveSchemes schemes, RecordingClock latest) {
        return new DecisionRequestReader(schemes, latest);
    }

    @Singleton
    Decisions decisions(RecordStore records, Dossiers dossiers, Clock clock) {
        return new Decisions(records, dossiers, clock);
    }

    @Singleton
    Receipts receipts(Decisions decisions, StoredLogs logs) {
        return new Receipts(decisions, logs);
    }

    @Singleton
    Standings standings(Dossiers dossiers) {
        return new Standings(dossiers);
    }

    @Singleton
    DecisionCounterfactuals counterfactuals(DecisionExplainer explainer) {
        return new DecisionCounterfactuals(explainer);
    }

    @Singleton
    DecisionExplainer explainer(Dossiers dossiers, LiveSchemes schemes) {
        return new DecisionExplainer(dossiers, schemes::revision);
    }

    @Singleton
    Replay replay(Dossiers dossiers, LiveSchemes schemes, RecordingClock latest) {
        return new Replay(dossiers, schemes::revision, latest);
    }

    @Singleton
    DecisionHistory history(RecordStore records) {
        return new DecisionHistory(records);
    }

    @Singleton
    DecisionLogExport export(DecisionHistory history) {
        return new DecisionLogExport(history);
    }

    @Singleton
    ReplaySample sample(DecisionHistory history, Replay replay) {
        return new ReplaySample(history, replay, new SplittableRandom());
    }
}
