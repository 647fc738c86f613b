package org.daylight.rulebase.check;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.BoundVariable;
import org.daylight.rulebase.source.ReasonTemplate;
import org.daylight.rulebase.source.ReasonTemplate.Place;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Nearest;

/** Checks that the places of a reason name bindings and their fields; longer paths are checked on the compiled rule. */
record ReasonPlaceCheck(RuleScope scope) {
    /** A name of a binding, and what is read of it. */
    private static final Pattern NAMED = Pattern.compile("(?<![{$\\w])(\\$\\w+)(?:\\.\\w+)*");

    void check() {
        SourceRule rule = scope.rule();
        String text = rule.file().text();
        String reason = rule.annotations().get("reason");
        int start = text.indexOf("@reason", rule.offset());
        if (reason == null || start < 0 || start > rule.end()) {
            return;
        }
        withoutBraces(reason, start);
        for (Place place :
                ReasonTemplate.parse(text.substring(start, rule.end())).places()) {
            // Braces of the consequence are none of the reason's.
            if (reason.contains(text.substring(start + place.start(), start + place.end()))) {
                check(place, start + place.start());
            }
        }
    }

    /** Refuses a binding that would be read as it is written, because no braces are around it. */
    private void withoutBraces(String reason, int start) {
        Matcher named = NAMED.matcher(reason);
        while (named.find()) {
            if (scope.binds(named.group(1))) {
                scope.report(
                        scope.rule().file().find(named.group(), start),
                        ProblemCode.BAD_REASON,
                        "`" + named.group() + "` in the reason has no braces",
                        "write `{" + named.group() + "}`");
            }
        }
    }

    private void check(Place place, int offset) {
        String text = scope.rule().file().text();
        String name = place.binding();
        BoundVariable binding = scope.binding(name);
        if (binding == null || !binding.visible()) {
            scope.report(
                    text.indexOf(name, offset),
                    ProblemCode.BAD_REASON,
                    "`" + name + "` in the reason is bound by no condition",
                    binding == null ? Nearest.fix(name, scope.names()) : null);
            return;
        }
        String type = binding.type();
        if (place.fields().isEmpty() || type == null || !binding.wholeMatch()) {
            return;
        }
        String field = place.fields().get(0);
        Optional<Map<String, Property>> fields = scope.types().fields(type).filter(known -> !known.containsKey(field));
        fields.ifPresent(known -> scope.report(
                text.indexOf('.', offset) + 1,
                ProblemCode.BAD_REASON,
                "`" + name + "` has no field `" + field + "`",
                Nearest.fix(field, known.keySet())));
    }
}
