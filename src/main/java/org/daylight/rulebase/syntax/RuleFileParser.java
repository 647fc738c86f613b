package org.daylight.rulebase.syntax;

import java.util.ArrayList;
import java.util.List;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;

/**
 * Parses a scheme's rule files, each on its own and where it must be each section on its own, so that a mistake in one does not
 * hide those in another.
 */
public final class RuleFileParser {
    private RuleFileParser() {}

    /** The files as far as they can be read; one of which nothing can be read is left out. */
    public static List<SourceFile> parse(Scheme scheme, Problems problems) {
        List<FileReading> readings = new ArrayList<>();
        scheme.ruleFiles()
                .forEach((path, text) -> problems.guard(
                        path,
                        () -> FileReading.of(path, text, scheme.packageName(), problems)
                                .ifPresent(readings::add)));
        Unread.leaveOut(readings);
        List<SourceFile> files = new ArrayList<>();
        readings.forEach(reading -> reading.file().ifPresent(files::add));
        return files;
    }
}
