package org.daylight.rulebase;

import java.util.List;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.Sources;
import org.daylight.scheme.Scheme;

/** Pairs what the parser made of a scheme's rule files with their text. */
final class RuleSources {
    private RuleSources() {}

    static Sources of(Scheme scheme, List<RuleFile> files) {
        return Sources.of(files.stream()
                .map(file ->
                        new SourceFile(file.path(), scheme.ruleFiles().getOrDefault(file.path(), ""), file.content()))
                .toList());
    }
}
