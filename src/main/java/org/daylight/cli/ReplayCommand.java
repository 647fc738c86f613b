package org.daylight.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.daylight.decision.DecisionHistory;
import org.daylight.decision.replay.BulkReplay;
import org.daylight.decision.replay.Replay;
import org.daylight.dossier.Dossiers;
import org.daylight.problem.DateOrInstant;
import org.daylight.publication.RevisionCache;
import org.daylight.records.RecordStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daylight replay}. */
@Command(
        name = "replay",
        description =
                "Runs recorded decisions again, each from its dossier and its revision as they were, and compares.",
        footer = {
            "",
            "It reads the database beside a running service and changes nothing.",
            "",
            "Examples:",
            "  daylight replay                                       every decision",
            "  daylight replay --from 2026-11-01 --to 2026-12-01     those recorded in November",
            "  daylight replay --scheme community --format json      a line of JSON for each",
            "",
            "Exit codes: 0 each came out identical, or its citizen was erased; 1 at least one",
            "came out differently, or is not possible though nobody was erased; 2 wrong usage,",
            "or the database cannot be read."
        })
final class ReplayCommand extends ConsoleCommand {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(
            names = "--from",
            paramLabel = "DATE|TIME",
            description = "Recorded at this moment (a date: at its beginning, UTC) or later; else from the first.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DATE|TIME",
            description = "Recorded before this moment (a date: before its beginning, UTC); else to the last.")
    private @Nullable String to;

    @Option(names = "--scheme", paramLabel = "ID", description = "Only decisions of this scheme.")
    private @Nullable String scheme;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        Instant first = moment("--from", from, Instant.EPOCH);
        Instant end = moment("--to", to, END_OF_TIME);
        if (!first.isBefore(end)) {
            throw new UsageException("--from must lie before --to");
        }
        return store.reading(records -> run(records, first, end));
    }

    private int run(RecordStore records, Instant first, Instant end) {
        DecisionHistory history = new DecisionHistory(records);
        BulkReplay replays = new BulkReplay(
                history, new Replay(new Dossiers(records), new RevisionCache(records)::find, console.clock()));
        long all = history.count(first, end);
        long[] replayed = {0};
        BulkReplay.Totals totals = replays.run(first, end, Optional.ofNullable(scheme), line -> {
            console.progress(++replayed[0] + " of " + all + " decisions replayed");
            print(line);
        });
        console.progressEnds();
        if (!format.isJson()) {
            println(Plural.of(totals.all(), "decision") + ": " + totals.identical() + " identical, "
                    + totals.different() + " different, " + totals.notPossible() + " not possible"
                    + (totals.lost() > 0 ? ", " + totals.lost() + " of them though nobody was erased" : ""));
        }
        return totals.hold() ? ExitCode.ALL_RIGHT : ExitCode.CASES_FAILED;
    }

    private void print(BulkReplay.Line line) {
        if (format.isJson()) {
            println(JsonText.line(line));
        } else if (line.result() != Replay.Result.IDENTICAL) {
            console.progressEnds();
            println(line.decision() + " (" + line.scheme() + ", " + line.decidedAt() + "): " + verdict(line)
                    + line.why());
            if (line.report() != null) {
                line.report()
                        .differences()
                        .forEach(difference -> println("  " + difference.path() + ": recorded " + difference.recorded()
                                + ", replayed " + difference.replayed()));
            }
        }
    }

    private static String verdict(BulkReplay.Line line) {
        if (line.result() == Replay.Result.DIFFERENT) {
            return "DIFFERENT: ";
        }
        return line.isErased() ? "not possible: " : "NOT POSSIBLE: ";
    }

    private static Instant moment(String option, @Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        return DateOrInstant.parse(text)
                .orElseThrow(() -> new UsageException(option + " is `" + text
                        + "`, expected a date such as 2026-11-23 or a time with offset such as 2026-11-23T09:00:00Z"))
                .resolve(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
