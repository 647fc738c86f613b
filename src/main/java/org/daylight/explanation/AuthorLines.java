package org.daylight.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daylight.rulebase.RuleText;
import org.daylight.scheme.Scheme;

/** Finds the line on which an author wrote a condition. */
final class AuthorLines {
    private final Map<String, List<String>> squeezed = new HashMap<>();

    AuthorLines(Scheme scheme) {
        scheme.ruleFiles()
                .forEach((file, text) -> squeezed.put(
                        file, text.lines().map(AuthorLines::squeezed).toList()));
    }

    /** The rule's own line when the condition stands on several lines, or comes from a rule that this one extends. */
    int of(RuleText rule, String condition, String type) {
        List<String> lines = squeezed.getOrDefault(rule.file(), List.of());
        String wanted = squeezed(condition);
        int sameText = 0;
        for (int line = rule.line();
                line <= lines.size() && !lines.get(line - 1).equals("then");
                line++) {
            String written = lines.get(line - 1);
            if (written.contains(wanted)) {
                if (written.contains(type)) {
                    return line;
                }
                sameText = line;
            }
        }
        return sameText == 0 ? rule.line() : sameText;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
