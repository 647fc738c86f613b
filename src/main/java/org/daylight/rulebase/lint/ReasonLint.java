package org.daylight.rulebase.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;

/** A rule that adds points or decides must say why, in words that explain something. */
final class ReasonLint implements Lint {
    private static final int FEWEST_WORDS = 3;
    private static final List<String> DECIDING = List.of("grant", "refuse", "refer", "term");
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
    private static final Set<String> STOP_WORDS = words("""
            a an the is are was were be been of to in on at for and or this that it its your you by as with
            has have had because due
            """);
    private static final Set<String> VAGUE_WORDS = words("""
            score scores low lower high higher too bad poor good point points threshold standing
            insufficient sufficient not no enough below above under over limit minimum maximum required
            requirement requirements met reached criteria criterion condition conditions policy rule rules
            refused denied rejected granted approved declined decision eligible ineligible failed passed
            value rating rank risk result applies applied fired adjustment changed citizen person deducted
            added reduced increased
            """);

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    @Override
    public void check(SchemeSource source, Warnings warnings) {
        for (SourceRule rule : source.rules()) {
            if (!scoresOrDecides(rule)) {
                continue;
            }
            String reason = rule.annotations().get("reason");
            if (reason == null) {
                warnings.at(
                        rule,
                        ProblemCode.MISSING_REASON,
                        "`" + rule.name() + "` adds points or decides, and gives no reason",
                        "write `@reason( \"…\" )` below the rule's name");
            } else if (explainsNothing(reason)) {
                warnings.about(
                        rule.file().place(rule.file().find("@reason", rule.offset())),
                        rule.place(),
                        ProblemCode.VAGUE_REASON,
                        reason.isBlank() ? "the reason is empty" : "`" + reason + "` explains nothing",
                        "say what is needed and what is there, with figures such as `{$binding.field}`");
            }
        }
    }

    private static boolean scoresOrDecides(SourceRule rule) {
        return rule.hasCall("score", "add")
                || rule.hasCall("score", "set")
                || DECIDING.stream().anyMatch(verb -> rule.hasCall("decision", verb));
    }

    private static boolean explainsNothing(String reason) {
        long places = PLACE.matcher(reason).results().count();
        String plain = PLACE.matcher(reason).replaceAll(" ").toLowerCase(Locale.ROOT);
        List<String> words = Arrays.stream(plain.split("[^\\p{L}\\p{N}']+"))
                .filter(word -> !word.isEmpty() && !STOP_WORDS.contains(word))
                .toList();
        return words.size() + places < FEWEST_WORDS || (places == 0 && VAGUE_WORDS.containsAll(words));
    }
}
