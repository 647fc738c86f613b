package org.daylight.rulebase.build;

import java.util.List;
import java.util.Optional;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.drools.drl.ast.descr.FunctionDescr;

/**
 * A function's body as written, with its braces.
 *
 * @param offset of its first brace in the file
 */
record FunctionBody(int offset, String text) {
    static Optional<FunctionBody> of(SourceFile file, FunctionDescr function) {
        int from = file.startOf(Math.max(1, function.getLine()));
        List<Token> tokens = Tokens.of(file.text().substring(from), from);
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).is("{")) {
                int begin = tokens.get(at).offset();
                Token last = tokens.get(Tokens.closing(tokens, at));
                return Optional.of(new FunctionBody(
                        begin,
                        file.text().substring(begin, last.offset() + last.text().length())));
            }
        }
        return Optional.empty();
    }
}
