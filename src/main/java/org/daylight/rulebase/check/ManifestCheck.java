package org.daylight.rulebase.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.RankBy;
import org.daylight.scheme.ServiceEntry;

/** Checks the manifest against the types that the rules declare. */
final class ManifestCheck {
    private ManifestCheck() {}

    static void check(SchemeSource source, Problems problems) {
        Set<String> terms = new TreeSet<>(source.terms());
        terms.add(RankBy.SCORE);
        for (ServiceEntry service : source.scheme().services()) {
            ranking(service, terms, source, problems);
            if (service.request() != null && !source.types().is(service.request(), DeclaredType.Kind.REQUEST)) {
                var requestTypes = source.types().ofKind(DeclaredType.Kind.REQUEST).stream()
                        .map(DeclaredType::name)
                        .toList();
                problems.error(
                        ProblemCode.UNKNOWN_TYPE,
                        source.placeInManifest("\\brequest:\\s*[\"']?" + Pattern.quote(service.request())),
                        "the service `" + service.id() + "` asks with `" + service.request()
                                + "`, which no rule file declares as a Request",
                        Nearest.fix(service.request(), requestTypes));
            }
        }
        if (source.types().isNeedScheme() && source.scheme().manifest().score().minimumEvents() > 0) {
            problems.error(
                    ProblemCode.NO_EVENTS,
                    source.placeInManifest("\\bminimumEvents:"),
                    "`minimumEvents` is above 0, but the scheme declares no event type");
        }
    }

    /** Checks that a rule sets each term that answers are ranked by. */
    private static void ranking(ServiceEntry service, Set<String> terms, SchemeSource source, Problems problems) {
        for (RankBy criterion : service.ranking()) {
            if (!terms.contains(criterion.value())) {
                problems.error(
                        ProblemCode.UNKNOWN_TERM,
                        source.placeInManifest("\\branking:[^\\n]*\\b" + Pattern.quote(criterion.value())),
                        "the service `" + service.id() + "` ranks by `" + criterion.value()
                                + "`, a term that no rule sets",
                        Nearest.fix(criterion.value(), terms));
            }
        }
    }
}
