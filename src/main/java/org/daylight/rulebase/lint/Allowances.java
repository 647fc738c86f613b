package org.daylight.rulebase.lint;

import java.util.ArrayList;
import java.util.List;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.Nearest;
import org.jspecify.annotations.Nullable;

/** What authors allow, held against what lints found. */
final class Allowances {
    private final List<Warning> remaining = new ArrayList<>();

    private Allowances() {}

    static Allowances of(SchemeSource scheme, Warnings warnings) {
        Allowances allowances = new Allowances();
        List<Allowance> given = AllowanceReader.read(scheme);
        for (Warning warning : warnings.all()) {
            if (given.stream().noneMatch(allowance -> !allowance.reason().isEmpty() && allowance.covers(warning))) {
                allowances.remaining.add(warning);
            }
        }
        given.forEach(allowance -> allowances.judge(allowance, warnings));
        return allowances;
    }

    /** What nobody allowed with a reason, and what is wrong with what they allowed. */
    List<Warning> remaining() {
        return remaining;
    }

    private void judge(Allowance allowance, Warnings warnings) {
        String code = allowance.code();
        if (!Lints.CODES.contains(code)) {
            @Nullable String fix = Nearest.fix(code, Lints.CODES);
            report(ProblemCode.UNKNOWN_ALLOW, allowance.place(), "no lint has the code `" + code + "`", fix);
        } else if (allowance.reason().isEmpty()) {
            report(
                    ProblemCode.ALLOW_WITHOUT_REASON,
                    allowance.place(),
                    "`" + code + "` is allowed without a reason",
                    "write `" + code + ": ` and why");
        } else if (warnings.all().stream().noneMatch(allowance::covers)) {
            report(
                    ProblemCode.UNUSED_ALLOW,
                    allowance.place(),
                    "there is no `" + code + "` here to allow",
                    "take the line out");
        }
    }

    private void report(ProblemCode code, Place place, String message, @Nullable String fix) {
        remaining.add(new Warning(code, place, place, message, fix));
    }
}
