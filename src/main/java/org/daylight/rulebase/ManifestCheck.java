package org.daylight.rulebase;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.ServiceEntry;
import org.daylight.scheme.Types;

/** Checks the manifest against the types that the rules declare. */
final class ManifestCheck {
    private static final String FILE = "scheme.yaml";

    private ManifestCheck() {}

    static void check(Scheme scheme, Types types, Problems problems) {
        for (ServiceEntry service : scheme.services()) {
            if (service.request() != null && !isRequest(service.request(), types)) {
                var known = types.ofKind(DeclaredType.Kind.REQUEST).stream()
                        .map(DeclaredType::name)
                        .toList();
                problems.error(
                        "unknown-type",
                        FILE,
                        line(scheme, "\\brequest:\\s*[\"']?" + Pattern.quote(service.request())),
                        0,
                        "the service `" + service.id() + "` asks with `" + service.request()
                                + "`, which no rule file declares as a Request",
                        Nearest.to(service.request(), known)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse(null));
            }
        }
        if (types.isNeedScheme() && scheme.manifest().score().minimumEvents() > 0) {
            problems.error(
                    "no-events",
                    FILE,
                    line(scheme, "\\bminimumEvents:"),
                    0,
                    "`minimumEvents` is above 0, but the scheme declares no event type");
        }
    }

    /** The first line that says so; 0 when it is not found. */
    private static int line(Scheme scheme, String pattern) {
        byte[] file = scheme.folder().files().get(FILE);
        String text = file == null ? "" : new String(file, StandardCharsets.UTF_8);
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find()
                ? 1
                        + (int) text.substring(0, found.start())
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
