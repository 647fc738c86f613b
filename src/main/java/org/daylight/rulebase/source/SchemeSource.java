package org.daylight.rulebase.source;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daylight.problem.Place;
import org.daylight.scheme.Catalogue;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.ParameterRow;
import org.daylight.scheme.ParameterTable;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.Types;

/**
 * A scheme as its author wrote it: the one place that knows what rule files say.
 *
 * @param files the rule files that could be parsed
 * @param allRules rules and queries, in the order of files and lines
 * @param types that the rule files declare
 * @param texts of the rules, by name and in the order of files and lines; queries have none
 * @param parameters the rows of all tables, by type and line
 */
public record SchemeSource(
        Scheme scheme,
        List<SourceFile> files,
        List<SourceRule> allRules,
        Types types,
        Map<String, RuleText> texts,
        List<ParameterRow> parameters) {
    /** Reads what the parser made of a scheme's files, and reports declarations that cannot be understood. */
    public static SchemeSource read(Scheme scheme, List<SourceFile> files, Problems problems) {
        List<SourceRule> rules = files.stream()
                .flatMap(file -> file.content().getRules().stream().map(rule -> SourceRuleReader.read(file, rule)))
                .toList();
        Types types = TypeReader.read(files, problems);
        Map<String, RuleText> texts = RuleReader.read(rules, problems);
        return new SchemeSource(
                asRead(scheme, files),
                files,
                rules,
                types,
                texts,
                ParameterTable.readAll(scheme.folder(), types, problems));
    }

    /** The same rules as the engine is given them. */
    public EngineText engineText() {
        return EngineText.of(this);
    }

    /** The scheme with the text of its rule files as it was read: some of it may be blank, and some as it was meant. */
    private static Scheme asRead(Scheme scheme, List<SourceFile> files) {
        Map<String, String> written = scheme.ruleFiles();
        Map<String, String> read = files.stream()
                .filter(file -> !file.text().equals(written.get(file.path())))
                .collect(Collectors.toMap(SourceFile::path, SourceFile::text));
        return read.isEmpty() ? scheme : scheme.withRuleFiles(read);
    }

    /** Whether something of every rule file could be parsed. */
    public boolean hasAllFiles() {
        return files.size() == scheme.ruleFileCount();
    }

    /** Whether all that is written in rule files could be read. */
    public boolean isComplete() {
        return hasAllFiles() && unread().isEmpty();
    }

    /** The names that parts of the files would have given which could not be read. */
    public Set<String> unread() {
        return files.stream().flatMap(file -> file.unread().stream()).collect(Collectors.toSet());
    }

    /** Rules without queries. */
    public List<SourceRule> rules() {
        return allRules.stream().filter(rule -> !rule.isQuery()).toList();
    }

    public Optional<SourceRule> rule(String name) {
        return allRules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /** The rule or the query that a place is in. */
    public Optional<SourceRule> ruleAt(Place place) {
        return allRules.stream()
                .filter(rule -> rule.file().path().equals(place.file()))
                .filter(rule -> rule.place().line() <= place.line()
                        && place.line() <= rule.file().place(rule.end()).line())
                .findFirst();
    }

    /** A rule and those it extends, the nearest first. */
    public List<SourceRule> family(SourceRule rule) {
        return rule.family(allRules);
    }

    /** The names that a rule and those it extends bind; the nearest one counts. */
    public Map<String, BoundVariable> bindings(SourceRule rule) {
        Map<String, BoundVariable> bindings = new HashMap<>();
        family(rule).forEach(member -> member.bindings().forEach(bindings::putIfAbsent));
        return bindings;
    }

    /** The reasons of each catalogue, by language and rule. */
    public Map<String, Map<String, ReasonTemplate>> translations() {
        Map<String, Map<String, ReasonTemplate>> translations = new HashMap<>();
        scheme.catalogues().forEach((language, catalogue) -> {
            Map<String, ReasonTemplate> reasons = new HashMap<>();
            catalogue
                    .section(Catalogue.Section.REASONS)
                    .forEach((rule, text) -> reasons.put(rule, ReasonTemplate.parse(text.text())));
            translations.put(language, reasons);
        });
        return translations;
    }

    /** The types that a declared type extends, nearest first. */
    public Set<String> ancestors(String type) {
        Map<String, String> superTypes = superTypes(files);
        Set<String> ancestors = new LinkedHashSet<>();
        String next = superTypes.get(type);
        while (next != null && ancestors.add(next)) {
            next = superTypes.get(next);
        }
        return ancestors;
    }

    /** The type that each declared type extends; those that extend none are left out. */
    private static Map<String, String> superTypes(List<SourceFile> files) {
        Map<String, String> superTypes = new HashMap<>();
        files.stream()
                .flatMap(file -> file.content().getTypeDeclarations().stream())
                .filter(declaration -> !declaration.getSuperTypes().isEmpty())
                .forEach(declaration -> superTypes.put(
                        declaration.getTypeName(),
                        declaration.getSuperTypes().get(0).getName()));
        return superTypes;
    }

    /** The names of each declared enum's constants. */
    public Map<String, List<String>> enums() {
        return TypeReader.enums(files);
    }

    /** The constants of enums that a field is of. */
    public Set<String> choices() {
        return types.byName().values().stream()
                .flatMap(type -> type.fields().stream())
                .flatMap(field -> field.choices().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The terms that rules set by name. */
    public Set<String> terms() {
        return allRules.stream()
                .flatMap(rule -> rule.calls("decision", "term").stream())
                .filter(call -> !call.isEmpty() && call.get(0).kind() == Token.Kind.TEXT)
                .map(call -> call.get(0).unquoted())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean is(String type, DeclaredType.Kind kind) {
        return types.is(type, kind) || kind.vocabulary().equals(type);
    }

    /** The manifest's line that lists a service. */
    public int lineOfService(String id) {
        return placeInManifest("\\bid:\\s*[\"']?" + Pattern.quote(id) + "(?![\\w-])")
                .line();
    }

    /** The manifest's first line that matches a pattern; the whole file when none does. */
    public Place placeInManifest(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(manifest());
        return Place.ofLine(
                Manifest.FILE, matcher.find() ? LineStarts.of(manifest()).of(matcher.start()) : 0);
    }

    /** The manifest's text. */
    public String manifest() {
        return scheme.folder().text(Manifest.FILE).orElse("");
    }
}
