package org.daylight.rulebase.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.scheme.DeclaredType;

/** Which types carry conduct: events, a standing, and conclusions that only rules about those draw. */
final class Conduct {
    private final SchemeSource scheme;
    private final Set<String> concluded = new HashSet<>();

    Conduct(SchemeSource scheme) {
        this.scheme = scheme;
        Set<String> candidates = new HashSet<>();
        scheme.types().ofKind(DeclaredType.Kind.DERIVED).forEach(type -> candidates.add(type.name()));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (String type : candidates) {
                List<SourceRule> makers = makers(scheme, type);
                if (!makers.isEmpty() && makers.stream().allMatch(rule -> !of(rule).isEmpty())) {
                    grew |= concluded.add(type);
                }
            }
        }
    }

    static List<SourceRule> makers(SchemeSource scheme, String type) {
        return scheme.rules().stream()
                .filter(rule -> makes(rule.consequence(), type))
                .toList();
    }

    private static boolean makes(List<Token> code, String type) {
        for (int at = 0; at + 1 < code.size(); at++) {
            if (code.get(at).is("new") && code.get(at + 1).is(type)) {
                return true;
            }
        }
        return false;
    }

    /** The types of conduct that the rule's conditions match. */
    List<String> of(SourceRule rule) {
        return scheme.family(rule).stream()
                .flatMap(member -> member.patterns().stream())
                .filter(SourcePattern::matchesData)
                .map(SourcePattern::type)
                .filter(this::isConduct)
                .distinct()
                .toList();
    }

    private boolean isConduct(String type) {
        return type.equals("Standing") || scheme.is(type, DeclaredType.Kind.EVENT) || concluded.contains(type);
    }
}
