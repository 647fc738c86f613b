package org.daylight.rulebase.syntax;

import java.util.List;
import java.util.Set;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;

/** Finds what stands between sections and begins none. */
final class StrayMistakes {
    private static final String BEGINNINGS = "here begin `rule`, `declare`, `function`, `query` and `import`";
    private static final Set<String> OF_RULES = Set.of("when", "then", "else", "end", "@", "score", "decision");

    private StrayMistakes() {}

    static List<Mistake> of(Section section) {
        Token first = section.first();
        boolean comment = first.is("#") || Tokens.matches(section.tokens(), 0, "-", "-") || first.is("<");
        if (comment) {
            return List.of(Mistake.at(first, "`" + first.text() + "` begins nothing", "begin a comment with `//`"));
        }
        if (OF_RULES.contains(first.text())) {
            return List.of(Mistake.at(
                    first,
                    "`" + first.text() + "` stands outside of a rule",
                    "begin the rule with `rule \"…\"`, and end it with one `end`"));
        }
        if (Sections.KEYWORDS.contains(first.text())) {
            String message = "`" + first.text() + "` is not followed by what it is about";
            return List.of(Mistake.at(first, message, "write a name behind it, or leave the line out"));
        }
        String fix = Sections.near(first.text(), Sections.KEYWORDS)
                .map(near -> "did you mean `" + near + "`?")
                .orElse(BEGINNINGS);
        return List.of(Mistake.at(first, "`" + first.text() + "` begins nothing here", fix));
    }
}
