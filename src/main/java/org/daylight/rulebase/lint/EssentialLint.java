package org.daylight.rulebase.lint;

import java.util.List;
import org.daylight.problem.ProblemCode;
import org.daylight.problem.QuotedList;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.Services;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.ServiceEntry;

/** An essential service is decided without conduct: its rules must not wait for any. */
final class EssentialLint implements Lint {
    @Override
    public void check(SchemeSource source, Warnings warnings) {
        if (source.types().isNeedScheme()) {
            return;
        }
        Services services = new Services(source);
        Conduct conduct = new Conduct(source);
        List<String> essential = source.scheme().services().stream()
                .filter(ServiceEntry::essential)
                .map(ServiceEntry::id)
                .toList();
        for (SourceRule rule : source.rules()) {
            List<String> conductTypes = conduct.of(rule);
            if (conductTypes.isEmpty() || !services.namesServices(rule)) {
                continue;
            }
            services.of(rule).stream()
                    .filter(essential::contains)
                    .sorted()
                    .forEach(service -> warnings.at(
                            rule,
                            ProblemCode.ESSENTIAL_READS_CONDUCT,
                            "`" + service + "` is essential, but `" + rule.name() + "` reads "
                                    + QuotedList.of(conductTypes) + ", which is not there when it asks",
                            "decide by facts, tables and the request only"));
        }
    }
}
