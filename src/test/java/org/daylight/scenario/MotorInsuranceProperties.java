package org.daylight.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.daylight.evaluation.Adjustment;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.fixture.Given;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;

/** The scheme's coefficient beside one worked out by hand, as the clause says it, in decimals and without a rule engine. */
class MotorInsuranceProperties {
    private static final LocalDate BEGINS = LocalDate.of(2000, 1, 1);
    private static final BigDecimal LEAST = new BigDecimal("0.50");
    private static final BigDecimal MOST = new BigDecimal("3.50");

    private record Claim(LocalDate on, String reference, String fault) {
        boolean in(LocalDate first, LocalDate end) {
            return !on.isBefore(first) && on.isBefore(end);
        }
    }

    @Provide
    Arbitrary<List<Claim>> claims() {
        Arbitrary<LocalDate> days = Arbitraries.longs()
                .between(BEGINS.toEpochDay(), LocalDate.of(2024, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        Arbitrary<String> faults = Arbitraries.of("WHOLE", "PART", "NONE");
        Arbitrary<String> references = Arbitraries.strings().numeric().ofLength(6);
        return Combinators.combine(days, references, faults)
                .as(Claim::new)
                .list()
                .ofMaxSize(6)
                .uniqueElements(Claim::reference);
    }

    @Property(tries = 150)
    void theCoefficientIsTheOneWorkedOutByHand(@ForAll("claims") List<Claim> claims) {
        // when
        Assessment assessment = assess(claims, LocalDate.of(2025, 6, 1));
        // then
        assertThat(BigDecimal.valueOf(assessment.scored().orElseThrow().score(), 2))
                .isEqualTo(byHand(claims, 2025));
    }

    @Property(tries = 50)
    void theLedgerHasALineForEachDueDateAndEachClaimThatCounts(@ForAll("claims") List<Claim> claims) {
        List<Adjustment> ledger = assess(claims, LocalDate.of(2025, 6, 1)).adjustments();

        LocalDate lastPeriodEnds = LocalDate.of(2024, 11, 1);
        long counted = claims.stream()
                .filter(claim -> claim.in(BEGINS, lastPeriodEnds))
                .count();
        assertThat(ledger).hasSize((int) (25 + counted));
    }

    private static Assessment assess(List<Claim> claims, LocalDate asOf) {
        RuleBase rules = ShippedSchemes.ruleBase("motor-insurance");
        List<Statement> statements = new ArrayList<>();
        statements.add(Given.fact(
                "Contract", "contract", BEGINS + "T08:00:00Z", Map.of("begins", BEGINS.toString(), "use", "ORDINARY")));
        for (Claim claim : claims) {
            statements.add(Given.event(
                    "Claim",
                    claim.reference(),
                    claim.on() + "T08:00:00Z",
                    Map.of("reference", claim.reference(), "fault", claim.fault())));
        }
        return Evaluation.assess(new Inquiry(
                rules,
                new Dossier("motor-insurance", "ada", true, statements),
                null,
                asOf.atTime(12, 0).toInstant(ZoneOffset.UTC)));
    }

    private static BigDecimal byHand(List<Claim> claims, int lastYear) {
        BigDecimal coefficient = new BigDecimal("1.00");
        LocalDate since = BEGINS;
        int claimFree = 0;
        for (int year = BEGINS.getYear() + 1; year <= lastYear; year++) {
            LocalDate due = LocalDate.of(year, 1, 1);
            List<Claim> ofPeriod = claimsOf(claims, due);
            for (Claim claim : ofPeriod) {
                boolean spared =
                        coefficient.compareTo(LEAST) == 0 && !since.plusYears(3).isAfter(claim.on());
                if (!claim.fault().equals("NONE")) {
                    coefficient = spared
                            ? coefficient
                            : times(coefficient, claim.fault().equals("WHOLE") ? "1.25" : "1.125");
                    since = claim.on();
                }
            }
            claimFree = ofPeriod.isEmpty() ? claimFree + 1 : 0;
            if (ofPeriod.isEmpty() && coefficient.compareTo(LEAST) > 0) {
                coefficient = times(coefficient, "0.95");
                coefficient = claimFree >= 2 ? coefficient.min(new BigDecimal("1.00")) : coefficient;
                since = due;
            }
        }
        return coefficient;
    }

    private static List<Claim> claimsOf(List<Claim> claims, LocalDate due) {
        LocalDate end = due.minusMonths(2);
        LocalDate first = due.getYear() == BEGINS.getYear() + 1 ? BEGINS : end.minusYears(1);
        return claims.stream()
                .filter(claim -> claim.in(first, end))
                .sorted(Comparator.comparing(Claim::on).thenComparing(Claim::reference))
                .toList();
    }

    private static BigDecimal times(BigDecimal coefficient, String by) {
        return coefficient
                .multiply(new BigDecimal(by))
                .setScale(2, RoundingMode.DOWN)
                .max(LEAST)
                .min(MOST);
    }
}
