package org.daylight.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.daylight.records.RecordStore;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.RuleCompiler;

/** Compiles kept revisions, and keeps those that were used last compiled. */
public final class RevisionCache {
    private static final int MAX_COMPILED = 16;

    private final Revisions revisions;
    private final SchemeCompiler compiler;
    private final Map<String, RuleBase> compiled = new LinkedHashMap<>();

    public RevisionCache(RecordStore records) {
        this(new Revisions(records), RuleCompiler::compile);
    }

    RevisionCache(Revisions revisions, SchemeCompiler compiler) {
        this.revisions = revisions;
        this.compiler = compiler;
    }

    /** The revision's rules; empty when none has this hash, its files were altered, or it no longer compiles. */
    public synchronized Optional<RuleBase> find(String hash) {
        Optional<RuleBase> found = Optional.ofNullable(compiled.remove(hash))
                .or(() -> revisions.find(hash).flatMap(kept -> compiler.compile(kept.scheme(), kept.folder())
                        .ruleBase()));
        found.ifPresent(rules -> remember(hash, rules));
        return found;
    }

    /** Puts the rules at the end, and removes the first ones, which were not used for longest, when there are too many. */
    private void remember(String hash, RuleBase rules) {
        compiled.put(hash, rules);
        if (compiled.size() > MAX_COMPILED) {
            compiled.remove(compiled.keySet().iterator().next());
        }
    }
}
