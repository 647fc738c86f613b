package org.daylight.rulebase.syntax;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.drools.io.ByteArrayResource;
import org.jspecify.annotations.Nullable;

/** The engine's parser, which answers also by throwing. */
final class EngineParser {
    private EngineParser() {}

    /**
     * An error of the parser.
     *
     * @param line from 1 on
     * @param column from 1 on, 0 where it is not known
     */
    record ParseError(int line, int column, String message) {}

    /** What the parser made of a text; without content where it could make nothing of it. */
    record Parsed(@Nullable PackageDescr content, List<ParseError> errors) {
        boolean isSound() {
            return errors.isEmpty() && content != null;
        }
    }

    static Parsed parse(String text) {
        DrlParser parser = new DrlParser();
        try {
            PackageDescr content = parser.parse(
                    new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name()));
            return new Parsed(
                    content,
                    parser.getErrors().stream().map(EngineParser::error).toList());
        } catch (DroolsParserException | IOException | RuntimeException thrownByTheParser) {
            return new Parsed(null, List.of(new ParseError(1, 0, "")));
        }
    }

    private static ParseError error(DroolsError error) {
        int line = error.getLines().length == 0 ? 1 : Math.max(1, error.getLines()[0]);
        int column = error instanceof ParserError parsing ? Math.max(0, parsing.getCol()) + 1 : 0;
        return new ParseError(line, column, String.valueOf(error.getMessage()));
    }
}
