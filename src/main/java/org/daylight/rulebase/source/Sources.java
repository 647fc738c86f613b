package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.RuleDescr;

/** All rule files of a scheme that could be parsed, and their rules and queries in the order of files and lines. */
public record Sources(List<SourceFile> files, List<SourceRule> rules) {
    public Sources {
        files = List.copyOf(files);
        rules = List.copyOf(rules);
    }

    public static Sources of(List<SourceFile> files) {
        List<SourceRule> rules = new ArrayList<>();
        for (SourceFile file : files) {
            for (RuleDescr rule : file.content().getRules()) {
                rules.add(SourceRuleReader.read(file, rule));
            }
        }
        return new Sources(files, rules);
    }

    public Optional<SourceFile> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    public Optional<SourceRule> rule(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /** A rule and those it extends, the nearest first. */
    public List<SourceRule> family(SourceRule rule) {
        List<SourceRule> family = new ArrayList<>(List.of(rule));
        Optional<SourceRule> parent = parent(rule);
        while (parent.isPresent() && !family.contains(parent.get())) {
            family.add(parent.get());
            parent = parent(parent.get());
        }
        return family;
    }

    private Optional<SourceRule> parent(SourceRule rule) {
        return rule.parent() == null ? Optional.empty() : rule(rule.parent());
    }
}
