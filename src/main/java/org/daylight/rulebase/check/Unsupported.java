package org.daylight.rulebase.check;

import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.Token;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.BaseDescr;

/** Refuses what the engine's grammar has and the language of schemes has not. */
record Unsupported(SourceFile file, Problems problems) {
    void refuse(Token token, String construct, String fix) {
        refuse(file.place(token.offset()), construct, fix);
    }

    void refuse(BaseDescr element, String construct, String fix) {
        refuse(Place.ofLine(file.path(), Math.max(1, element.getLine())), construct, fix);
    }

    void refuse(Place place, String construct, String fix) {
        problems.error(
                ProblemCode.UNSUPPORTED_LANGUAGE, place, construct + " is not part of the language of schemes", fix);
    }
}
