package org.daylight.rulebase.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daylight.problem.Place;
import org.daylight.rulebase.source.RuleConditions;
import org.daylight.rulebase.source.RuleFile;
import org.daylight.scheme.Scheme;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Finds the place in the rule files that a message or a piece of generated code is about, by what the author wrote there. */
final class SourceLocator {
    private final Scheme scheme;
    private final List<RuleFile> files;

    SourceLocator(Scheme scheme, List<RuleFile> files) {
        this.scheme = scheme;
        this.files = files;
    }

    /** A place in a rule, or outside of any where the rule is empty; column 0 where only the line is known. */
    record Place(String file, String rule, int line, int column) {}

    /** The longest condition, or type name, of the file that the message repeats. */
    Optional<Place> mentionedIn(String file, String message) {
        String said = squeezed(message);
        record Found(int length, Place place) {}
        List<Found> found = new ArrayList<>();
        for (RuleFile one : files) {
            if (one.path().equals(file)) {
                for (RuleDescr rule : one.content().getRules()) {
                    for (RuleConditions.Written written :
                            RuleConditions.of(rule).written()) {
                        String text = squeezed(written.text());
                        if (!text.isEmpty() && said.contains(text)) {
                            Place place = new Place(file, rule.getName(), written.line(), written.column() + 1);
                            found.add(new Found(text.length(), place));
                        }
                    }
                }
            }
        }
        // `max` keeps the last of equals; the first one in the file is the better guess.
        return found.stream()
                .sorted(Comparator.comparingInt(Found::length).reversed())
                .map(Found::place)
                .findFirst();
    }

    /** The rule whose consequence or condition was made into this Java, and in it the line that became line {@code at}. */
    Optional<Place> madeInto(String java, int at) {
        String all = squeezed(java);
        for (RuleFile file : files) {
            for (RuleDescr rule : file.content().getRules()) {
                if (RuleConditions.of(rule).expressions().stream().anyMatch(code -> isIn(all, code))) {
                    return Optional.of(new Place(file.path(), rule.getName(), line(file.path(), rule, java, at), 0));
                }
            }
        }
        return Optional.empty();
    }

    /** The import that the message names. */
    Optional<Place> imported(String message) {
        for (RuleFile file : files) {
            for (ImportDescr imported : file.content().getImports()) {
                if (message.contains(imported.getTarget())) {
                    return Optional.of(new Place(file.path(), "", Math.max(1, imported.getLine()), 0));
                }
            }
        }
        return Optional.empty();
    }

    /** Shorter pieces, such as a bare binding, are in every Java. */
    private static boolean isIn(String java, String code) {
        String squeezed = squeezed(code);
        return squeezed.length() > 3 && java.contains(squeezed);
    }

    private int line(String file, RuleDescr rule, String java, int at) {
        List<String> generated = java.lines().toList();
        String wrong = at < 1 || at > generated.size() ? "" : squeezed(generated.get(at - 1));
        List<String> lines = scheme.ruleFiles().getOrDefault(file, "").lines().toList();
        for (int line = rule.getLine(); line <= lines.size() && wrong.length() > 3; line++) {
            if (squeezed(lines.get(line - 1)).contains(wrong)) {
                return line;
            }
        }
        return rule.getLine();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
