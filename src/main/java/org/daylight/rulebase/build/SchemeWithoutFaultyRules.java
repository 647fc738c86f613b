package org.daylight.rulebase.build;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daylight.problem.AuthorProblem;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.SchemeFolder;

/**
 * A scheme without the rules that are known to be wrong, so that the engine can say what is wrong with the others: it gives up
 * at the first mistake of some kinds.
 */
record SchemeWithoutFaultyRules(Scheme scheme, SchemeSource source) {
    private static final ProblemCode ONLY_IN_THE_REASON = ProblemCode.BAD_REASON;

    /** Leaves out the rules that have errors. Empty when anything else has: the engine would stumble over that. */
    Optional<Scheme> without(List<AuthorProblem> problems) {
        Set<String> broken = new HashSet<>();
        for (AuthorProblem problem : problems) {
            boolean inRule = problem.file().endsWith(".drl") && problem.code() != ONLY_IN_THE_REASON;
            if (problem.preventsGoingLive() && inRule) {
                Optional<SourceRule> rule = ruleAt(problem);
                if (rule.isEmpty() || rule.get().isQuery()) {
                    return Optional.empty();
                }
                broken.add(key(rule.get()));
            }
        }
        return Optional.of(without(broken));
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
        SortedMap<String, byte[]> files = new TreeMap<>(scheme.folder().files());
        for (SourceFile file : source.files()) {
            List<SourceRule> removed = source.allRules().stream()
                    .filter(rule -> rule.file().path().equals(file.path()))
                    .filter(rule -> source.family(rule).stream().anyMatch(member -> broken.contains(key(member))))
                    .toList();
            String text = scheme.ruleFiles().getOrDefault(file.path(), "");
            files.put(file.path(), blanked(text, removed).getBytes(StandardCharsets.UTF_8));
        }
        return new Scheme(
                scheme.id(), new SchemeFolder(files), scheme.manifest(), scheme.notice(), scheme.catalogues());
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
