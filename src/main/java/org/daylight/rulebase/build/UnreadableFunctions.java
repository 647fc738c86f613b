package org.daylight.rulebase.build;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.FunctionDescr;

/** Tells of functions whose bodies cannot be read as Java: the engine throws, and says of none of them which it is. */
record UnreadableFunctions(SourceFile file, FunctionDescr function) {
    private static final Set<String> ENDS = Set.of(";", "{", "}");
    private static final String MESSAGE = "the body of a function cannot be read";
    private static final String FIX = "end each line in it with `;`, and close each parenthesis";

    static void report(SchemeSource source, Problems problems) {
        List<UnreadableFunctions> all = source.files().stream()
                .flatMap(file ->
                        file.content().getFunctions().stream().map(function -> new UnreadableFunctions(file, function)))
                .toList();
        all.forEach(each -> each.reportIfUnreadable(problems));
        if (!problems.hasErrors()) {
            all.stream()
                    .findFirst()
                    .ifPresent(first -> problems.error(ProblemCode.SYNTAX, first.place(), MESSAGE, FIX));
        }
    }

    private Place place() {
        return Place.ofLine(file.path(), function.getLine());
    }

    private void reportIfUnreadable(Problems problems) {
        Optional<FunctionBody> body = FunctionBody.of(file, function);
        if (body.isEmpty()) {
            problems.error(ProblemCode.SYNTAX, place(), MESSAGE, FIX);
            return;
        }
        ParseResult<BlockStmt> parsed =
                new JavaParser(ExactSource.CONFIGURATION).parseBlock(body.get().text());
        if (!parsed.isSuccessful()) {
            String message = MESSAGE + ": `" + function.getName() + "`";
            problems.error(ProblemCode.SYNTAX, stumbled(body.get(), parsed.getProblems()), message, FIX);
        }
    }

    /** The last word that the parser could read, behind which something is missing; the next where that ended a statement. */
    private Place stumbled(FunctionBody body, List<Problem> found) {
        Position last = found.stream()
                .findFirst()
                .flatMap(Problem::getLocation)
                .flatMap(range -> range.getBegin().getRange())
                .map(range -> range.begin)
                .orElse(Position.HOME);
        SourceFile alone = new SourceFile(file.path(), body.text(), file.content());
        List<Token> tokens = Tokens.of(body.text(), 0);
        int at = 0;
        while (at < tokens.size() - 1 && isBefore(alone.place(tokens.get(at).offset()), last)) {
            at++;
        }
        boolean ended = ENDS.contains(tokens.get(at).text()) && at + 1 < tokens.size();
        Token stumbling = tokens.get(ended ? at + 1 : at);
        return file.place(body.offset() + stumbling.offset());
    }

    private static boolean isBefore(Place place, Position other) {
        return place.line() < other.line || (place.line() == other.line && place.column() < other.column);
    }
}
