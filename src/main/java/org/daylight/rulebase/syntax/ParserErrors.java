package org.daylight.rulebase.syntax;

import java.util.List;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.syntax.EngineParser.ParseError;
import org.daylight.scheme.Problems;

/** Tells what the parser stumbles over, where no mistake has a name of its own. */
final class ParserErrors {
    private ParserErrors() {}

    /**
     * Tells the first error only: further ones follow from it.
     *
     * @param where the section in a sentence; the empty text for none
     * @param begin where the text that was parsed begins in its file
     */
    static void tell(List<ParseError> errors, String where, Place begin, Problems problems) {
        if (errors.isEmpty()) {
            return;
        }
        ParseError first = errors.get(0);
        SyntaxErrorTranslation translation = SyntaxErrorTranslation.of(first.message(), where);
        Place place = Correction.within(new Place(begin.file(), first.line(), first.column()), begin);
        problems.error(ProblemCode.SYNTAX, place, translation.message(), translation.fix());
    }
}
