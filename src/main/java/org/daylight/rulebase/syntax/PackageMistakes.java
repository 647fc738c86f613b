package org.daylight.rulebase.syntax;

import java.util.List;
import java.util.Optional;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.syntax.Mistake.Edit;
import org.daylight.rulebase.syntax.Section.Kind;

/** Finds a package that is not the scheme's. */
final class PackageMistakes {
    private PackageMistakes() {}

    /**
     * Looks at how a file begins.
     *
     * @param written the file's text
     * @param expected the package of the scheme
     */
    static List<Mistake> of(List<Section> sections, String written, String expected) {
        Optional<Section> named = sections.stream()
                .filter(section -> section.kind() == Kind.PACKAGE)
                .findFirst();
        if (named.isEmpty()) {
            return List.of(new Mistake(
                    0,
                    "the file does not name its package",
                    "begin the file with `package " + expected + "`",
                    new Edit(0, 0, "package " + expected + "; ")));
        }
        List<Token> tokens = named.get().tokens();
        Token from = tokens.get(1);
        Token to = tokens.get(tokens.size() - (named.get().last().is(";") ? 2 : 1));
        String found = written.substring(from.offset(), Math.max(Mistake.end(from), Mistake.end(to)));
        if (found.equals(expected)) {
            return List.of();
        }
        return List.of(Mistake.replaced(
                from,
                to,
                expected,
                "the package is `" + found + "`",
                "begin the file with `package " + expected + "`" + why(found, expected)));
    }

    private static String why(String found, String expected) {
        return found.contains("-") && expected.contains("_") ? ", with `_` for each `-`" : "";
    }
}
