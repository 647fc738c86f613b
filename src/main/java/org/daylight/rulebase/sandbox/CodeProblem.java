package org.daylight.rulebase.sandbox;

import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Something that a scheme's code may not do.
 *
 * @param owner internal name of the class it was found in
 * @param method the method it was found in
 * @param called the call, type or construct, as an author would name it
 * @param message a fragment that names what is refused
 * @param fix what to write instead, or null where nothing better is known than what rules may use at all
 */
public record CodeProblem(
        ProblemCode code,
        String owner,
        String method,
        String called,
        String message,
        @Nullable String fix) {

    CodeProblem(ProblemCode code, String owner, String method, String called, String message) {
        this(code, owner, method, called, message, null);
    }

    CodeProblem in(String outerMethod) {
        return new CodeProblem(code, owner, outerMethod, called, message, fix);
    }
}
