package org.daylight.rulebase.syntax;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.syntax.Mistake.Edit;
import org.daylight.scheme.Problems;

/** Tells mistakes and mends them. */
final class Correction {
    /** More of one kind in one piece are one mistake: a file of another language, say. */
    private static final int MOST_TOLD = 50;

    private Correction() {}

    /**
     * Tells mistakes by their places.
     *
     * @param written the piece they are in
     * @param begin where that piece begins in its file
     */
    static void tell(List<Mistake> mistakes, ProblemCode code, SourceFile written, Place begin, Problems problems) {
        mistakes.stream()
                .filter(mistake -> !mistake.message().isEmpty())
                .limit(MOST_TOLD)
                .forEach(mistake -> problems.error(
                        code, within(written.place(mistake.offset()), begin), mistake.message(), mistake.fix()));
    }

    /** The place in the file of a place in a piece of it. */
    static Place within(Place inPiece, Place begin) {
        int column =
                inPiece.line() == 1 && inPiece.column() > 0 ? begin.column() + inPiece.column() - 1 : inPiece.column();
        return new Place(begin.file(), begin.line() + inPiece.line() - 1, column);
    }

    /** The text with what was meant in the place of what was written. */
    static String applied(List<Mistake> mistakes, String text) {
        List<Edit> edits = mistakes.stream()
                .flatMap(mistake -> Optional.ofNullable(mistake.edit()).stream())
                .sorted(Comparator.comparing(Edit::offset))
                .toList();
        StringBuilder meant = new StringBuilder();
        int at = 0;
        for (Edit edit : edits) {
            if (edit.offset() >= at) {
                meant.append(text, at, edit.offset()).append(edit.text());
                at = edit.offset() + edit.length();
            }
        }
        return meant.append(text.substring(at)).toString();
    }
}
