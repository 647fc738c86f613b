package org.daylight.rulebase.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.problem.Place;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Manifest;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.jspecify.annotations.Nullable;

/**
 * A line by which an author allows what a lint finds: {@code @allow( "code: reason" )} on a rule, {@code // allow code:
 * reason} above a rule, a declaration or a field, {@code # allow code: reason} above a service of the manifest.
 *
 * @param reason why; empty when the author gave none
 * @param place of the line itself
 * @param from first line of the rule, declaration or service it is about
 * @param to last line of that
 */
record Allowance(String code, String reason, Place place, int from, int to) {
    private static final Pattern ALLOWED = Pattern.compile("([a-z][a-z-]*)\\s*(?::\\s*(.*))?", Pattern.DOTALL);
    private static final Pattern COMMENT =
            Pattern.compile("^\\s*(?://|#)\\s*allow\\s+([a-z][a-z-]*)\\s*(?::\\s*(.*))?$");

    /** All that the author of a scheme allows. */
    static List<Allowance> read(SchemeSource source) {
        List<Allowance> allowances = new ArrayList<>();
        source.rules().forEach(rule -> annotation(rule, allowances));
        source.files().forEach(file -> comments(file.path(), file.text(), file, allowances));
        comments(Manifest.FILE, source.manifest(), null, allowances);
        return allowances;
    }

    private static void annotation(SourceRule rule, List<Allowance> allowances) {
        String allowed = rule.annotations().get("allow");
        if (allowed == null) {
            return;
        }
        int offset = Math.max(rule.offset(), rule.file().text().indexOf("@allow", rule.offset()));
        Matcher matcher = ALLOWED.matcher(allowed.strip());
        boolean wellFormed = matcher.matches();
        int line = rule.place().line();
        allowances.add(new Allowance(
                wellFormed ? matcher.group(1) : allowed,
                wellFormed ? text(matcher.group(2)) : "",
                rule.file().place(offset),
                line,
                line));
    }

    private static void comments(String path, String text, @Nullable SourceFile file, List<Allowance> allowances) {
        List<String> lines = text.lines().toList();
        for (int line = 1; line <= lines.size(); line++) {
            Matcher matcher = COMMENT.matcher(lines.get(line - 1));
            if (matcher.matches()) {
                int from = nextOfSubstance(lines, line);
                int to = file == null ? endOfItem(lines, from) : endOfDeclaration(file, from);
                int column = lines.get(line - 1).indexOf("allow") + 1;
                allowances.add(new Allowance(
                        matcher.group(1), text(matcher.group(2)), new Place(path, line, column), from, to));
            }
        }
    }

    private static String text(@Nullable String reason) {
        return reason == null ? "" : reason.strip();
    }

    private static int nextOfSubstance(List<String> lines, int after) {
        int line = after + 1;
        while (line <= lines.size() && lines.get(line - 1).strip().matches("(?:(?://|#).*)")) {
            line++;
        }
        return line;
    }

    /** A declaration's fields belong to it; a rule's warnings are looked up at its first line. */
    private static int endOfDeclaration(SourceFile file, int from) {
        for (TypeDeclarationDescr type : file.content().getTypeDeclarations()) {
            if (file.place(type.getStartCharacter()).line() == from || type.getLine() == from) {
                return file.place(type.getEndCharacter()).line();
            }
        }
        return from;
    }

    private static int endOfItem(List<String> lines, int from) {
        int line = from;
        while (line < lines.size()
                && !lines.get(line).strip().startsWith("-")
                && !lines.get(line).strip().startsWith("#")) {
            line++;
        }
        return line;
    }

    boolean covers(Warning warning) {
        Place about = warning.allowedAt();
        return code.equals(warning.code().toString())
                && place.file().equals(about.file())
                && about.line() >= from
                && about.line() <= to;
    }
}
