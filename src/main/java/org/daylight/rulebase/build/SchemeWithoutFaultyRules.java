package org.daylight.rulebase.build;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.daylight.problem.AuthorProblem;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Scheme;

/**
 * A scheme without the rules that are known to be wrong, so that the engine can say what is wrong with the others: it gives up
 * at the first mistake of some kinds.
 */
record SchemeWithoutFaultyRules(Scheme scheme, SchemeSource source) {
    private static final ProblemCode ONLY_IN_THE_REASON = ProblemCode.BAD_REASON;
    private static final Set<ProblemCode> OF_WHAT_IS_LEFT_OUT = Set.of(ProblemCode.SYNTAX, ProblemCode.WRONG_PACKAGE);

    /**
     * Leaves out the rules that have errors, those of one name, and those that name what could not be read. Empty when anything else has errors: the
     * engine would stumble over that. What cannot be read at all is not there any more.
     */
    Optional<Scheme> without(List<AuthorProblem> problems) {
        Set<String> unread = source.unread();
        Set<String> sameNames = sameNames();
        Set<String> broken = source.rules().stream()
                .filter(rule -> sameNames.contains(rule.name()) || (!unread.isEmpty() && rule.names(unread)))
                .map(SchemeWithoutFaultyRules::key)
                .collect(Collectors.toCollection(HashSet::new));
        for (AuthorProblem problem : problems) {
            boolean inRule = problem.file().endsWith(".drl") && problem.code() != ONLY_IN_THE_REASON;
            if (problem.preventsGoingLive() && inRule) {
                Optional<SourceRule> rule = ruleAt(problem);
                boolean isRule = rule.filter(found -> !found.isQuery()).isPresent();
                if (!isRule && !OF_WHAT_IS_LEFT_OUT.contains(problem.code())) {
                    return Optional.empty();
                }
                rule.filter(found -> isRule).map(SchemeWithoutFaultyRules::key).ifPresent(broken::add);
            }
        }
        return Optional.of(without(broken));
    }

    private Set<String> sameNames() {
        Set<String> names = new HashSet<>();
        return source.allRules().stream()
                .map(SourceRule::name)
                .filter(name -> !names.add(name))
                .collect(Collectors.toSet());
    }

    /** Leaves out all rules but these and those they extend; queries stay. */
    Scheme only(List<SourceRule> kept) {
        Set<String> needed = kept.stream()
                .flatMap(rule -> source.family(rule).stream())
                .map(SchemeWithoutFaultyRules::key)
                .collect(Collectors.toSet());
        return without(source.rules().stream()
                .map(SchemeWithoutFaultyRules::key)
                .filter(rule -> !needed.contains(rule))
                .collect(Collectors.toSet()));
    }

    private Optional<SourceRule> ruleAt(AuthorProblem problem) {
        return source.allRules().stream()
                .filter(rule -> rule.file().path().equals(problem.file()))
                .filter(rule -> rule.place().line() <= problem.line()
                        && rule.file().place(rule.end()).line() >= problem.line())
                .findFirst();
    }

    private static String key(SourceRule rule) {
        return rule.file().path() + ":" + rule.offset();
    }

    private Scheme without(Set<String> broken) {
        if (broken.isEmpty()) {
            return scheme;
        }
        Map<String, String> texts = new HashMap<>();
        for (SourceFile file : source.files()) {
            List<SourceRule> removed = source.allRules().stream()
                    .filter(rule -> rule.file().path().equals(file.path()))
                    .filter(rule -> source.family(rule).stream().anyMatch(member -> broken.contains(key(member))))
                    .toList();
            texts.put(file.path(), blanked(file.text(), removed));
        }
        return scheme.withRuleFiles(texts);
    }

    /** Puts spaces in the place of the removed rules, so that lines and columns of the others stay as they are. */
    private static String blanked(String text, List<SourceRule> removed) {
        StringBuilder remaining = new StringBuilder(text);
        for (SourceRule rule : removed) {
            for (int at = rule.offset(); at <= Math.min(rule.end(), text.length() - 1); at++) {
                if (remaining.charAt(at) != '\n') {
                    remaining.setCharAt(at, ' ');
                }
            }
        }
        return remaining.toString();
    }
}
