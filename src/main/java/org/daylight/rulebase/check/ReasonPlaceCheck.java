package org.daylight.rulebase.check;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.BoundVariable;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Nearest;

/** Checks that the places of a reason name bindings and their fields; longer paths are checked on the compiled rule. */
record ReasonPlaceCheck(RuleScope scope) {
    private static final Pattern PLACE = Pattern.compile("\\{\\s*([$\\w]+)(?:\\.(\\w+))?(?:\\.\\w+)*(?::\\d)?\\s*}");

    void check() {
        SourceRule rule = scope.rule();
        String reason = rule.annotations().get("reason");
        int start = rule.file().text().indexOf("@reason", rule.offset());
        if (reason == null || start < 0) {
            return;
        }
        Matcher matcher = PLACE.matcher(rule.file().text()).region(start, rule.end());
        while (matcher.find()) {
            // Braces of the consequence are none of the reason's.
            if (reason.contains(matcher.group())) {
                check(matcher);
            }
        }
    }

    private void check(Matcher place) {
        String name = place.group(1);
        BoundVariable binding = scope.binding(name);
        if (binding == null || !binding.visible()) {
            scope.report(
                    place.start(1),
                    ProblemCode.BAD_REASON,
                    "`" + name + "` in the reason is bound by no condition",
                    binding == null ? Nearest.fix(name, scope.names()) : null);
            return;
        }
        String field = place.group(2);
        String type = binding.type();
        if (field == null || type == null || !binding.wholeMatch()) {
            return;
        }
        Optional<Map<String, Property>> fields = scope.types().fields(type).filter(known -> !known.containsKey(field));
        fields.ifPresent(known -> scope.report(
                place.start(2),
                ProblemCode.BAD_REASON,
                "`" + name + "` has no field `" + field + "`",
                Nearest.fix(field, known.keySet())));
    }
}
