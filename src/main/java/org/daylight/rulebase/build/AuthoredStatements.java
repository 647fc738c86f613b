package org.daylight.rulebase.build;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.daylight.problem.Place;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.drools.drl.ast.descr.FunctionDescr;

/**
 * The statements behind {@code then}, or of a function, in the order in which they begin, counted from 1. The engine moves them into
 * Java that it generates, puts others before them and breaks the lines anew; their order stays, and by it a line is found again.
 */
public final class AuthoredStatements {
    private final SourceFile file;
    private final int offset;
    private final List<Statement> statements;

    private AuthoredStatements(SourceFile file, int offset, BlockStmt block) {
        this.file = file;
        this.offset = offset;
        this.statements = inside(block);
    }

    /** Those behind a rule's {@code then}; empty where they cannot be read as Java. */
    public static Optional<AuthoredStatements> of(SourceRule rule) {
        List<Token> tokens = rule.consequence();
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Token last = tokens.get(tokens.size() - 1);
        int begin = tokens.get(0).offset();
        int end = Math.min(
                last.offset() + last.text().length(), rule.file().text().length());
        return end <= begin
                ? Optional.empty()
                // One letter before the first stands for the brace, so that offsets stay.
                : of(rule.file(), begin - 1, "{" + rule.file().text().substring(begin, end) + "\n}");
    }

    /** Those of the scheme's function of a name. */
    public static Optional<AuthoredStatements> ofFunction(String name, SchemeSource source) {
        return source.files().stream()
                .flatMap(file -> file.content().getFunctions().stream()
                        .filter(function -> function.getName().equals(name))
                        .flatMap(function -> of(file, function).stream()))
                .findFirst();
    }

    private static Optional<AuthoredStatements> of(SourceFile file, FunctionDescr function) {
        return FunctionBody.of(file, function).flatMap(body -> of(file, body.offset(), body.text()));
    }

    private static Optional<AuthoredStatements> of(SourceFile file, int offset, String block) {
        ParseResult<BlockStmt> parsed = new JavaParser(ExactSource.CONFIGURATION).parseBlock(block);
        return parsed.getResult()
                .filter(read -> parsed.isSuccessful())
                .map(read -> new AuthoredStatements(file, offset, read));
    }

    private static List<Statement> inside(BlockStmt block) {
        return block.findAll(Statement.class).stream()
                // The block itself comes first.
                .skip(1)
                .toList();
    }

    /** Where the statement of a number begins; empty where there is none of it. */
    public Optional<Place> place(int number) {
        return number < 1 || number > statements.size()
                ? Optional.empty()
                : statements.get(number - 1).getBegin().map(begin -> {
                    int firstLine = file.place(offset + 1).line();
                    return Place.ofLine(file.path(), firstLine + begin.line - 1);
                });
    }

    /** The numbers by the lines on which the statements begin in generated Java, as far as they are the same from the last one on. */
    NavigableMap<Integer, Integer> linesIn(BlockStmt generated) {
        List<Statement> made = inside(generated);
        NavigableMap<Integer, Integer> lines = new TreeMap<>();
        for (int back = 1; back <= Math.min(made.size(), statements.size()); back++) {
            int number = statements.size() - back + 1;
            Statement statement = made.get(made.size() - back);
            if (statement.getClass() != statements.get(number - 1).getClass()) {
                break;
            }
            statement.getBegin().ifPresent(begin -> lines.put(begin.line, number));
        }
        return lines;
    }
}
