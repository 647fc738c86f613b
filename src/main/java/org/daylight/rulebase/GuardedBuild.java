package org.daylight.rulebase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daylight.rulebase.source.Place;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Sources;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.Types;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** A build whose every failure becomes an author's problem: some mistakes the engine answers by throwing. */
final class GuardedBuild {
    private final Scheme scheme;
    private final List<RuleFile> files;
    private final Types types;
    private final Map<String, RuleText> rules;
    private final Problems problems;

    GuardedBuild(Scheme scheme, List<RuleFile> files, Types types, Map<String, RuleText> rules, Problems problems) {
        this.scheme = scheme;
        this.files = files;
        this.types = types;
        this.rules = rules;
        this.problems = problems;
    }

    @Nullable
    KieBase run(Sources sources) {
        Problems found = new Problems();
        try {
            return Engine.build(scheme, files, types, rules, found);
        } catch (RuntimeException refused) {
            report(refused, sources, found);
        } catch (LinkageError | StackOverflowError refused) {
            found.error(
                    "does-not-compile",
                    "",
                    0,
                    0,
                    "the rules are too much for the engine, or use one name for two things");
        } finally {
            found.sorted().forEach(problems::add);
        }
        return null;
    }

    private void report(RuntimeException refused, Sources sources, Problems found) {
        SoundRules parts = new SoundRules(scheme, sources);
        Optional<SourceRule> rule = new Culprit(some -> isRefused(parts.only(some))).among(sources.rules());
        Saying saying = Saying.of(String.valueOf(refused.getMessage()));
        Place place = rule.map(one -> placeOf(saying, one)).orElse(new Place("", 0, 0));
        String message =
                saying.message() + rule.map(one -> " in `" + one.name() + "`").orElse("");
        found.error(saying.code(), place.file(), place.line(), place.column(), message, saying.fix());
    }

    private static Place placeOf(Saying saying, SourceRule rule) {
        int word = saying.word() == null ? -1 : rule.file().text().indexOf(saying.word(), rule.offset());
        return word < 0 || word > rule.end() ? rule.place() : rule.file().place(word);
    }

    private boolean isRefused(Scheme part) {
        try {
            Engine.build(part, files, types, rules, new Problems());
            return false;
        } catch (RuntimeException refused) {
            return true;
        }
    }
}
