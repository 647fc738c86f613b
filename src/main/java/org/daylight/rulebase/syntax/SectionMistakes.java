package org.daylight.rulebase.syntax;

import java.util.ArrayList;
import java.util.List;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.syntax.Mistake.Edit;
import org.daylight.rulebase.syntax.Section.Kind;

/** Finds what is wrong with where sections begin and end; in a file that is well written it finds nothing. */
final class SectionMistakes {
    private SectionMistakes() {}

    static List<Mistake> of(Section section, SourceFile file) {
        List<Mistake> mistakes = new ArrayList<>();
        Kind kind = section.kind();
        Token first = section.first();
        if (kind == Kind.OTHER) {
            return mistakes;
        }
        if (!first.is(kind.keyword())) {
            mistakes.add(misspelt(first, kind.keyword(), " begins nothing"));
        }
        if (!section.isClosed()) {
            mistakes.add(unclosed(section, file));
        } else if (!kind.isOneLine() && kind != Kind.FUNCTION && !section.last().is("end")) {
            mistakes.add(misspelt(section.last(), "end", " ends nothing"));
        }
        return mistakes;
    }

    static Mistake misspelt(Token token, String meant, String what) {
        String message = "`" + token.text() + "`" + what;
        return Mistake.replaced(token, meant, message, "did you mean `" + meant + "`?");
    }

    private static Mistake unclosed(Section section, SourceFile file) {
        if (section.last().is("}") && section.kind() != Kind.FUNCTION) {
            return Mistake.replaced(
                    section.last(), "end", section.shown() + " ends with `}`", "write `end`, and leave the braces out");
        }
        String closing = section.kind() == Kind.FUNCTION ? "}" : "end";
        int last = file.place(section.last().offset()).line();
        return new Mistake(
                section.first().offset(),
                section.shown() + " lacks its `" + closing + "`",
                "write `" + closing + "` on a line of its own below line " + last + ", its last one",
                new Edit(section.end(), 0, " " + closing));
    }
}
