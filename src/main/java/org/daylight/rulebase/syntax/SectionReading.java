package org.daylight.rulebase.syntax;

import java.util.List;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.syntax.EngineParser.Parsed;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.PackageDescr;

/** The reading of one section of a file that as a whole cannot be read. */
final class SectionReading {
    /** Mistakes hide each other: without `when`, nothing is a condition. */
    private static final int MOST_ROUNDS = 3;

    private final Place begin;
    private final Problems problems;
    private final String name;
    private final boolean isRead;
    private String text;

    SectionReading(String text, Place begin, Problems problems) {
        this.text = text;
        this.begin = begin;
        this.problems = problems;
        this.name = section().name();
        this.isRead = read();
    }

    /** What was meant, as long in lines as what was written; blank where that is not clear. */
    String meant() {
        if (isRead) {
            return text;
        }
        StringBuilder blank = new StringBuilder(text);
        blank(blank, 0, text.length());
        return blank.toString();
    }

    boolean isRead() {
        return isRead;
    }

    String name() {
        return name;
    }

    private boolean read() {
        List<Mistake> openText = TextMistakes.of(section().tokens());
        if (!openText.isEmpty()) {
            correct(openText);
            return false;
        }
        Parsed parsed = EngineParser.parse(text);
        for (int round = 0; round < MOST_ROUNDS && !parsed.isSound(); round++) {
            List<Mistake> mistakes = mistakes(section());
            if (mistakes.isEmpty()) {
                break;
            }
            correct(mistakes);
            if (mistakes.stream().anyMatch(mistake -> mistake.edit() == null)) {
                return false;
            }
            parsed = EngineParser.parse(text);
        }
        if (!parsed.isSound()) {
            ParserErrors.tell(parsed.errors(), section().shown(), begin, problems);
        }
        return parsed.isSound();
    }

    private static List<Mistake> mistakes(Section section) {
        return switch (section.kind()) {
            case RULE, QUERY -> RuleMistakes.of(section);
            case DECLARE -> DeclarationMistakes.of(section);
            case OTHER -> StrayMistakes.of(section);
            case PACKAGE, IMPORT, GLOBAL, FUNCTION -> List.of();
        };
    }

    private Section section() {
        return Sections.of(text).get(0);
    }

    private void correct(List<Mistake> mistakes) {
        Section section = section();
        boolean named = section.kind() != Section.Kind.OTHER;
        List<Mistake> told = mistakes.stream()
                .map(mistake -> named ? mistake.within(section) : mistake)
                .toList();
        Correction.tell(
                told, ProblemCode.SYNTAX, new SourceFile(begin.file(), text, new PackageDescr()), begin, problems);
        text = Correction.applied(mistakes, text);
    }

    /** Puts spaces in the place of letters, so that lines and columns of what follows stay as they are. */
    static void blank(StringBuilder text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) != '\n') {
                text.setCharAt(at, ' ');
            }
        }
    }
}
