package org.daylight.rulebase.check;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.Sources;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.RankBy;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.ServiceEntry;
import org.daylight.scheme.Types;

/** Checks the manifest against the types that the rules declare. */
public final class ManifestCheck {
    private static final String FILE = "scheme.yaml";

    private ManifestCheck() {}

    public static void check(Scheme scheme, Types types, Sources sources, Problems problems) {
        for (ServiceEntry service : scheme.services()) {
            ranking(scheme, service, sources, problems);
            if (service.request() != null && !isRequest(service.request(), types)) {
                var known = types.ofKind(DeclaredType.Kind.REQUEST).stream()
                        .map(DeclaredType::name)
                        .toList();
                problems.error(
                        ProblemCode.UNKNOWN_TYPE,
                        Place.ofLine(FILE, line(scheme, "\\brequest:\\s*[\"']?" + Pattern.quote(service.request()))),
                        "the service `" + service.id() + "` asks with `" + service.request()
                                + "`, which no rule file declares as a Request",
                        Nearest.fix(service.request(), known));
            }
        }
        if (types.isNeedScheme() && scheme.manifest().score().minimumEvents() > 0) {
            problems.error(
                    ProblemCode.NO_EVENTS,
                    Place.ofLine(FILE, line(scheme, "\\bminimumEvents:")),
                    "`minimumEvents` is above 0, but the scheme declares no event type");
        }
    }

    /** What answers are ranked by must be something that a rule says. */
    private static void ranking(Scheme scheme, ServiceEntry service, Sources sources, Problems problems) {
        Set<String> terms = sources.rules().stream()
                .flatMap(rule -> rule.calls("decision", "term").stream())
                .filter(arguments -> !arguments.isEmpty())
                .map(arguments -> arguments.get(0).unquoted())
                .collect(Collectors.toCollection(TreeSet::new));
        terms.add(RankBy.SCORE);
        for (RankBy by : service.ranking()) {
            if (!terms.contains(by.value())) {
                problems.error(
                        ProblemCode.UNKNOWN_TERM,
                        Place.ofLine(FILE, line(scheme, "\\branking:[^\\n]*\\b" + Pattern.quote(by.value()))),
                        "the service `" + service.id() + "` ranks by `" + by.value() + "`, a term that no rule sets",
                        Nearest.fix(by.value(), terms));
            }
        }
    }

    /** The first line that says so; 0 when it is not found. */
    private static int line(Scheme scheme, String pattern) {
        byte[] file = scheme.folder().files().get(FILE);
        String text = file == null ? "" : new String(file, StandardCharsets.UTF_8);
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find()
                ? 1
                        + (int) text.substring(0, matcher.start())
                                .chars()
                                .filter(letter -> letter == '\n')
                                .count()
                : 0;
    }

    private static boolean isRequest(String name, Types types) {
        return types.find(name)
                .filter(type -> type.kind() == DeclaredType.Kind.REQUEST)
                .isPresent();
    }
}
