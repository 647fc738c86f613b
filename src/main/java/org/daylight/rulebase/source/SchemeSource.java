package org.daylight.rulebase.source;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.ParameterRow;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.Types;

/** A scheme without errors, as lints look at it. */
public record SchemeSource(Scheme scheme, Sources sources, Types types, List<ParameterRow> rows) {
    public static final String MANIFEST = "scheme.yaml";

    /** Rules without queries. */
    public List<SourceRule> rules() {
        return sources.rules().stream().filter(rule -> !rule.isQuery()).toList();
    }

    /** What a declared type extends, nearest first. */
    public Set<String> ancestors(String type) {
        Map<String, String> superTypes = new HashMap<>();
        sources.files().stream()
                .flatMap(file -> file.content().getTypeDeclarations().stream())
                .filter(declaration -> !declaration.getSuperTypes().isEmpty())
                .forEach(declaration -> superTypes.put(
                        declaration.getTypeName(),
                        declaration.getSuperTypes().get(0).getName()));
        Set<String> ancestors = new LinkedHashSet<>();
        String next = superTypes.get(type);
        while (next != null && ancestors.add(next)) {
            next = superTypes.get(next);
        }
        return ancestors;
    }

    public boolean is(String type, DeclaredType.Kind kind) {
        return types.find(type).filter(found -> found.kind() == kind).isPresent()
                || kindName(kind).equals(type);
    }

    private static String kindName(DeclaredType.Kind kind) {
        return switch (kind) {
            case EVENT -> "Event";
            case FACT -> "Fact";
            case REQUEST -> "Request";
            case PARAMETER -> "Parameter";
            case DERIVED -> "";
        };
    }

    /** The manifest's line that lists a service. */
    public int lineOfService(String id) {
        Matcher matcher = Pattern.compile("\\bid:\\s*[\"']?" + Pattern.quote(id) + "(?![\\w-])")
                .matcher(manifest());
        return matcher.find()
                ? 1
                        + (int) manifest()
                                .substring(0, matcher.start())
                                .chars()
                                .filter(letter -> letter == '\n')
                                .count()
                : 0;
    }

    public String manifest() {
        return Optional.ofNullable(scheme.folder().files().get(MANIFEST))
                .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                .orElse("");
    }
}
