package org.daylight.rulebase;

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
                        0,
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
                    "wrong-value", FILE, 0, 0, "`minimumEvents` is above 0, but the scheme declares no event type");
        }
    }

    private static boolean isRequest(String name, Types types) {
        return types.find(name)
                .filter(type -> type.kind() == DeclaredType.Kind.REQUEST)
                .isPresent();
    }
}
