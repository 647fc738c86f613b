package org.daylight.rulebase.check;

import java.util.List;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.ServiceEntry;

/** Checks that rules ask only for services that the manifest lists. */
final class ServiceCheck {
    private static final String SERVICE = "service";

    private final List<String> ids;
    private final SchemeSource source;
    private final Problems problems;

    ServiceCheck(SchemeSource source, Problems problems) {
        this.ids = source.scheme().services().stream().map(ServiceEntry::id).toList();
        this.source = source;
        this.problems = problems;
    }

    void check(SourceRule rule) {
        if (ids.isEmpty()) {
            // The manifest is at fault then, and says so.
            return;
        }
        for (SourcePattern pattern : rule.patterns()) {
            if (source.is(pattern.type(), DeclaredType.Kind.REQUEST)) {
                pattern.comparisons()
                        .filter(comparison -> comparison.isOn(SERVICE))
                        .flatMap(comparison -> comparison.right().stream())
                        .filter(token -> token.kind() == Token.Kind.TEXT && !ids.contains(token.unquoted()))
                        .forEach(token -> problems.error(
                                ProblemCode.UNKNOWN_SERVICE,
                                rule.file().place(token.offset()),
                                "`scheme.yaml` lists no service `" + token.unquoted() + "`",
                                Nearest.fix(token.unquoted(), ids)));
            }
        }
    }
}
