package org.daylight.rulebase.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.DeclaredType;

/** The types that carry conduct: events, a standing, and conclusions that only rules about those draw. */
final class Conduct {
    private final SchemeSource source;
    private final Set<String> concluded = new HashSet<>();

    Conduct(SchemeSource source) {
        this.source = source;
        boolean grew = true;
        while (grew) {
            grew = false;
            for (DeclaredType type : source.types().ofKind(DeclaredType.Kind.DERIVED)) {
                List<SourceRule> makers = makers(source, type.name());
                if (!makers.isEmpty() && makers.stream().allMatch(rule -> !of(rule).isEmpty())) {
                    grew |= concluded.add(type.name());
                }
            }
        }
    }

    static List<SourceRule> makers(SchemeSource source, String type) {
        return source.rules().stream()
                .filter(rule -> IntStream.range(0, rule.consequence().size())
                        .anyMatch(at -> Tokens.matches(rule.consequence(), at, "new", type)))
                .toList();
    }

    /** The types of conduct that the rule's conditions match. */
    List<String> of(SourceRule rule) {
        return source.family(rule).stream()
                .flatMap(member -> member.patterns().stream())
                .filter(SourcePattern::matchesData)
                .map(SourcePattern::type)
                .filter(this::isConduct)
                .distinct()
                .toList();
    }

    private boolean isConduct(String type) {
        return type.equals("Standing") || source.is(type, DeclaredType.Kind.EVENT) || concluded.contains(type);
    }
}
