package org.daylight.rulebase.build;

import java.util.List;
import java.util.Map;
import org.daylight.rulebase.source.RuleFile;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.Sources;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.Types;

/** What was read from a scheme, and the engine's rules are built of. */
public record BuildInput(
        Scheme scheme, Sources sources, List<RuleFile> files, Types types, Map<String, RuleText> rules) {

    /** The same with some of the scheme's rules left out of its text. */
    public BuildInput with(Scheme some) {
        return new BuildInput(some, sources, files, types, rules);
    }
}
