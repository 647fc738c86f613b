package org.daylight.rulebase.syntax;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.rulebase.syntax.EngineParser.Parsed;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;

/** The reading of one rule file: as written, or where its author slipped as it was meant, without what cannot be read. */
final class FileReading {
    /** With more sections than this a file with a mistake is read no further: it is no longer a slip. */
    private static final int MOST_SECTIONS = 2_000;
    /** Likewise with more sections that begin or end wrongly. */
    private static final int MOST_BORDERS = 50;

    private final String path;
    private final Problems problems;
    private final Set<String> unread = new LinkedHashSet<>();
    private String text;
    private @Nullable PackageDescr content;

    private FileReading(String path, String text, Problems problems) {
        this.path = path;
        this.text = text;
        this.problems = problems;
    }

    /** Empty when nothing of the file can be read; the problems say why. */
    static Optional<FileReading> of(String path, String text, String packageName, Problems problems) {
        FileReading reading = new FileReading(path, text, problems);
        reading.correct(ForeignLetters.in(text), ProblemCode.SYNTAX);
        boolean readable = NestingLimits.check(path, reading.text, problems) && reading.read(packageName);
        return readable ? Optional.of(reading) : Optional.empty();
    }

    /** The names that the sections would have given that are left out. */
    Set<String> unread() {
        return unread;
    }

    List<Section> sections() {
        return Sections.of(text);
    }

    void leaveOut(Collection<Section> sections) {
        StringBuilder remaining = new StringBuilder(text);
        for (Section section : sections) {
            unread.add(section.name());
            SectionReading.blank(remaining, section.first().offset(), section.end());
            content = null;
        }
        text = remaining.toString();
    }

    /** Empty when even what remains cannot be read. */
    Optional<SourceFile> file() {
        if (content == null) {
            Parsed parsed = EngineParser.parse(text);
            if (!parsed.isSound()) {
                ParserErrors.tell(parsed.errors(), "", new Place(path, 1, 1), problems);
                return Optional.empty();
            }
            content = parsed.content();
        }
        return Optional.ofNullable(content).map(read -> new SourceFile(path, text, read, unread));
    }

    private boolean read(String packageName) {
        List<Token> tokens = Tokens.of(text, 0);
        List<Mistake> openComment = TextMistakes.openComment(tokens);
        if (!openComment.isEmpty()) {
            correct(openComment, ProblemCode.SYNTAX);
            return false;
        }
        SourceFile asWritten = new SourceFile(path, text, new PackageDescr());
        List<Mistake> borders = sections().stream()
                .flatMap(section -> SectionMistakes.of(section, asWritten).stream())
                .limit(MOST_BORDERS)
                .toList();
        correct(borders, ProblemCode.SYNTAX);
        if (borders.size() == MOST_BORDERS) {
            return false;
        }
        correct(PackageMistakes.of(sections(), text, packageName), ProblemCode.WRONG_PACKAGE);
        Parsed whole = TextMistakes.of(tokens).isEmpty() ? EngineParser.parse(text) : new Parsed(null, List.of());
        if (whole.isSound()) {
            content = whole.content();
            return true;
        }
        List<Section> sections = sections();
        if (sections.size() > MOST_SECTIONS) {
            ParserErrors.tell(whole.errors(), "", new Place(path, 1, 1), problems);
            return false;
        }
        readAlone(sections);
        return true;
    }

    /** Reads each section on its own, and leaves out those that cannot be read. */
    private void readAlone(List<Section> sections) {
        StringBuilder meant = new StringBuilder();
        int line = 1;
        int at = 0;
        for (Section section : sections) {
            int begin = section.first().offset();
            line += (int) text.substring(at, begin)
                    .chars()
                    .filter(letter -> letter == '\n')
                    .count();
            Place place = new Place(path, line, begin - text.lastIndexOf('\n', begin - 1));
            String written = text.substring(begin, section.end());
            SectionReading reading = new SectionReading(written, place, problems);
            meant.append(text, at, begin).append(reading.meant());
            if (!reading.isRead() && !reading.name().isEmpty()) {
                unread.add(reading.name());
            }
            line += (int) written.chars().filter(letter -> letter == '\n').count();
            at = section.end();
        }
        text = meant.append(text.substring(at)).toString();
    }

    private void correct(List<Mistake> mistakes, ProblemCode code) {
        Correction.tell(
                mistakes, code, new SourceFile(path, text, new PackageDescr()), new Place(path, 1, 1), problems);
        text = Correction.applied(mistakes, text);
    }
}
