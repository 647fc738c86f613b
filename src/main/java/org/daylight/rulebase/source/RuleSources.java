package org.daylight.rulebase.source;

import java.util.List;
import org.daylight.scheme.Scheme;

/** Pairs what the parser made of a scheme's rule files with their text. */
public final class RuleSources {
    private RuleSources() {}

    public static Sources of(Scheme scheme, List<RuleFile> files) {
        return Sources.of(files.stream()
                .map(file ->
                        new SourceFile(file.path(), scheme.ruleFiles().getOrDefault(file.path(), ""), file.content()))
                .toList());
    }
}
