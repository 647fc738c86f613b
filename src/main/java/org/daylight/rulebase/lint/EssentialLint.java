package org.daylight.rulebase.lint;

import java.util.List;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.Services;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.ServiceEntry;

/** An essential service is decided without conduct: its rules must not wait for any. */
final class EssentialLint implements Lint {
    @Override
    public void check(SchemeSource scheme, Warnings warnings) {
        if (scheme.types().isNeedScheme()) {
            return;
        }
        Services services = new Services(scheme);
        Conduct conduct = new Conduct(scheme);
        List<String> essential = scheme.scheme().services().stream()
                .filter(ServiceEntry::essential)
                .map(ServiceEntry::id)
                .toList();
        for (SourceRule rule : scheme.rules()) {
            List<String> read = conduct.of(rule);
            if (read.isEmpty() || !services.isParticular(rule)) {
                continue;
            }
            services.of(rule).stream()
                    .filter(essential::contains)
                    .sorted()
                    .forEach(service -> warnings.at(
                            rule,
                            ProblemCode.ESSENTIAL_READS_CONDUCT,
                            "`" + service + "` is essential, but `" + rule.name() + "` reads `"
                                    + String.join("`, `", read) + "`, which is not there when it asks",
                            "decide by facts, tables and the request only"));
        }
    }
}
