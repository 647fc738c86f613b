package org.daylight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.daylight.ranking.RankChange;
import org.daylight.ranking.RankedApplicant;
import org.daylight.ranking.RankedPlace;
import org.daylight.ranking.Ranking;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.RankBy;
import org.daylight.scheme.ServiceEntry;
import org.jspecify.annotations.Nullable;

/**
 * Prints one ranking, or two compared.
 *
 * @param moments the moment asked about, or the two that are compared
 * @param applicants for each moment all of them
 * @param moved the directions shown of a comparison; empty means all
 */
record RankReport(
        RuleBase rules,
        ServiceEntry service,
        List<Instant> moments,
        List<List<RankedApplicant>> applicants,
        Set<RankChange.Direction> moved) {

    void json(PrintWriter out) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("scheme", rules.scheme().id());
        report.put("revision", rules.revision());
        report.put("service", service.id());
        report.put("ranking", service.ranking().stream().map(RankBy::toString).toList());
        report.put("asOf", moments.get(0).toString());
        if (isComparison()) {
            report.put("comparedWith", moments.get(1).toString());
        }
        report.put("ranked", rows());
        report.put(
                "notRanked",
                notRanked().stream()
                        .map(applicant -> Map.of(
                                "citizen",
                                applicant.citizen(),
                                "outcome",
                                applicant.outcome(),
                                "reason",
                                String.valueOf(applicant.reason())))
                        .toList());
        out.write(JsonText.page(report));
        out.println();
    }

    void csv(PrintWriter out) {
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(columns());
            for (Map<String, @Nullable Object> row : rows()) {
                csv.printRecord(row.values());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void text(PrintWriter out) {
        List<Map<String, @Nullable Object>> rows = rows();
        out.println(rules.scheme().id() + ", revision " + rules.revision());
        out.println(service.id() + " as of " + moments.get(0)
                + (isComparison() ? ", compared with " + moments.get(1) : "") + ", by "
                + String.join(
                        ", then ",
                        service.ranking().stream().map(RankBy::toString).toList()));
        out.println();
        new TextTable(columns(), rows).print(out);
        if (isComparison()) {
            out.println();
            out.println(summary());
        }
        if (!notRanked().isEmpty()) {
            out.println();
            out.println("not ranked");
            notRanked()
                    .forEach(applicant -> out.println(
                            "  " + applicant.citizen() + ": " + applicant.outcome() + ", " + applicant.reason()));
        }
    }

    private boolean isComparison() {
        return moments.size() > 1;
    }

    private List<RankedPlace> places(int moment) {
        return new Ranking(service.ranking()).of(applicants.get(moment));
    }

    private List<RankChange> changes() {
        return RankChange.between(places(0), places(1));
    }

    private List<RankedApplicant> notRanked() {
        return applicants.get(applicants.size() - 1).stream()
                .filter(applicant -> !applicant.isRanked())
                .toList();
    }

    private List<String> columns() {
        List<String> columns =
                new ArrayList<>(isComparison() ? List.of("rankBefore", "rank", "moved") : List.of("rank"));
        columns.addAll(List.of("tied", "citizen"));
        for (RankBy by : service.ranking()) {
            if (isComparison()) {
                columns.add(by.value() + "Before");
            }
            columns.add(by.value());
        }
        return columns;
    }

    private List<Map<String, @Nullable Object>> rows() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (!isComparison()) {
            places(0).forEach(place -> rows.add(row(null, place)));
            return rows;
        }
        for (RankChange change : changes()) {
            if (moved.isEmpty() || moved.contains(change.direction())) {
                Map<String, @Nullable Object> row = row(change.before(), change.after());
                row.put("moved", change.places());
                rows.add(row);
            }
        }
        return rows;
    }

    /** Makes a row of every column in its order, so that all forms of the report say the same. */
    private Map<String, @Nullable Object> row(@Nullable RankedPlace before, @Nullable RankedPlace after) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        columns().forEach(column -> row.put(column, null));
        fill(row, before, "Before");
        fill(row, after, "");
        return row;
    }

    private void fill(Map<String, @Nullable Object> row, @Nullable RankedPlace place, String suffix) {
        if (place == null) {
            return;
        }
        List<RankBy> ranking = service.ranking();
        row.replace("rank" + suffix, place.rank());
        row.replace("tied", place.tied());
        row.put("citizen", place.applicant().citizen());
        for (int at = 0; at < ranking.size(); at++) {
            row.replace(
                    ranking.get(at).value() + suffix, place.applicant().values().get(at));
        }
    }

    private String summary() {
        Map<RankChange.Direction, Integer> counts = new LinkedHashMap<>();
        changes().forEach(change -> counts.merge(change.direction(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        for (RankChange.Direction direction : RankChange.Direction.values()) {
            if (counts.containsKey(direction)) {
                parts.add(counts.get(direction)
                        + switch (direction) {
                            case UP -> " moved up";
                            case DOWN -> " moved down";
                            case SAME -> " stayed";
                            case ENTERED -> " entered";
                            case LEFT -> " left";
                        });
            }
        }
        return parts.isEmpty() ? "nobody is ranked" : String.join(", ", parts);
    }
}
