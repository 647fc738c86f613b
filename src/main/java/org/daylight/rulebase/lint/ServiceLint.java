package org.daylight.rulebase.lint;

import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.Services;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.ServiceEntry;

/** Each service needs a rule that can grant it, and, unless it is essential, one that can refuse it. */
final class ServiceLint implements Lint {
    @Override
    public void check(SchemeSource source, Warnings warnings) {
        Services services = new Services(source);
        for (ServiceEntry service : source.scheme().services()) {
            String id = service.id();
            Place place = Place.ofLine(Manifest.FILE, source.lineOfService(id));
            boolean decided = source.rules().stream()
                    .anyMatch(rule ->
                            services.needsRequest(rule) && services.of(rule).contains(id));
            if (!decided) {
                warnings.at(place, ProblemCode.UNUSED_SERVICE, "no rule answers for the service `" + id + "`", null);
                continue;
            }
            if (isNever(source, services, id, "grant")) {
                warnings.at(
                        place,
                        ProblemCode.NEVER_GRANTED,
                        "no rule can grant the service `" + id + "`",
                        "write a rule for it that says `decision.grant();`");
            }
            if (!service.essential() && isNever(source, services, id, "refuse")) {
                warnings.at(
                        place,
                        ProblemCode.NEVER_REFUSED,
                        "no rule can refuse the service `" + id + "`",
                        "if everybody may have it, write `# allow never-refused: …` above it and say why; else write a rule"
                                + " that says `decision.refuse();` (`essential: true` would hide all events and standings"
                                + " from its rules)");
            }
        }
    }

    private static boolean isNever(SchemeSource source, Services services, String id, String verb) {
        return source.rules().stream()
                .noneMatch(rule ->
                        rule.hasCall("decision", verb) && services.of(rule).contains(id));
    }
}
