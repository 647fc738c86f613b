package org.daylight.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.daylight.records.RecordStore;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.RuleCompiler;

/** Every revision that ever went live, compiled from what is kept of it; the ones used last are kept compiled. */
public final class RevisionCache {
    private static final int KEPT_COMPILED = 16;

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

    /** Empty when none has this hash, its files were altered, or it no longer compiles. */
    public synchronized Optional<RuleBase> find(String hash) {
        RuleBase known = compiled.remove(hash);
        Optional<RuleBase> rules = Optional.ofNullable(known)
                .or(() -> revisions.find(hash).flatMap(kept -> compiler.compile(kept.scheme(), kept.folder())
                        .ruleBase()));
        rules.ifPresent(compiledRules -> remember(hash, compiledRules));
        return rules;
    }

    /** Most recently used last; the first one goes when there are too many. */
    private void remember(String hash, RuleBase rules) {
        compiled.put(hash, rules);
        if (compiled.size() > KEPT_COMPILED) {
            compiled.remove(compiled.keySet().iterator().next());
        }
    }
}
