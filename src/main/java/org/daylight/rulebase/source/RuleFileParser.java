package org.daylight.rulebase.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.drools.io.ByteArrayResource;

/** Parses a scheme's rule files, each on its own, so that a mistake in one does not hide those in another. */
public final class RuleFileParser {
    private RuleFileParser() {}

    public static List<SourceFile> parse(Scheme scheme, Problems problems) {
        List<SourceFile> files = new ArrayList<>();
        scheme.ruleFiles().forEach((path, text) -> {
            if (NestingLimits.check(path, text, problems)) {
                parse(scheme, path, text, files, problems);
            }
        });
        return files;
    }

    private static void parse(Scheme scheme, String path, String text, List<SourceFile> files, Problems problems) {
        DrlParser parser = new DrlParser();
        PackageDescr content;
        try {
            content = parser.parse(
                    new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name()));
        } catch (DroolsParserException | IOException unreadable) {
            problems.error(ProblemCode.SYNTAX, Place.ofLine(path, 1), String.valueOf(unreadable.getMessage()));
            return;
        } catch (RuntimeException thrownByTheParser) {
            problems.error(ProblemCode.SYNTAX, Place.ofLine(path, 1), "something in this file cannot be read");
            return;
        } catch (StackOverflowError tooDeep) {
            problems.fault(path);
            return;
        }
        reportSyntax(path, parser.getErrors(), problems);
        if (content == null || parser.hasErrors()) {
            return;
        }
        if (!scheme.packageName().equals(content.getName())) {
            problems.error(
                    ProblemCode.WRONG_PACKAGE,
                    Place.ofLine(path, 1),
                    "the package is `" + content.getName() + "`",
                    "begin the file with `package " + scheme.packageName() + "`");
        }
        files.add(new SourceFile(path, text, content));
    }

    /** Leaves out further errors in the same line or rule: they follow from the first one. */
    private static void reportSyntax(String path, List<DroolsError> errors, Problems problems) {
        Set<Object> reported = new HashSet<>();
        for (DroolsError error : errors) {
            int line = error.getLines().length == 0 ? 0 : Math.max(0, error.getLines()[0]);
            int column = error instanceof ParserError parsing ? Math.max(0, parsing.getCol()) + 1 : 0;
            SyntaxErrorTranslation translation = SyntaxErrorTranslation.of(String.valueOf(error.getMessage()));
            boolean isFirstOfLine = reported.add(line);
            if ((translation.rule().isEmpty() || reported.add(translation.rule())) && isFirstOfLine) {
                problems.error(
                        ProblemCode.SYNTAX, new Place(path, line, column), translation.message(), translation.fix());
            }
        }
    }
}
