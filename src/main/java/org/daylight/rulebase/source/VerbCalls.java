package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.List;

/** Finds calls of the verbs in a consequence. */
final class VerbCalls {
    private VerbCalls() {}

    static List<List<Token>> calls(List<Token> code, String receiver, String verb) {
        List<List<Token>> calls = new ArrayList<>();
        for (int at = 0; at + 3 < code.size(); at++) {
            if (code.get(at).is(receiver)
                    && code.get(at + 1).is(".")
                    && code.get(at + 2).is(verb)
                    && code.get(at + 3).is("(")) {
                calls.add(code.subList(at + 4, Tokens.closing(code, at + 3)));
            }
        }
        return calls;
    }
}
