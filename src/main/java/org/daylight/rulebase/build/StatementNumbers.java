package org.daylight.rulebase.build;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.daylight.problem.Place;
import org.daylight.rulebase.sandbox.RuleMethods;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.SchemeSource;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts the numbers of {@link AuthoredStatements} in the place of generated Java's lines, so that a stack trace tells which statement
 * failed; where none is known it tells 0. Rules that say the same share one class, so that a line itself would be of one of them.
 *
 * @param generated Java by path
 */
record StatementNumbers(SchemeSource source, Map<String, String> generated) {
    private static final String CONSEQUENCE = "execute";

    /** Renumbers all classes of a scheme. */
    void write(List<ClassNode> classes, Map<String, RuleText> ruleByClass) {
        for (ClassNode code : classes) {
            boolean model = RuleMethods.isModel(code);
            if (model || RuleMethods.isConsequence(code.name)) {
                write(code, model ? functions(java(code)) : consequence(java(code), ruleByClass.get(code.name)));
            }
        }
    }

    private static void write(ClassNode code, NavigableMap<Integer, Integer> numbers) {
        for (MethodNode method : code.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof LineNumberNode line) {
                    Map.Entry<Integer, Integer> statement = numbers.floorEntry(line.line);
                    line.line = statement == null ? 0 : statement.getValue();
                }
            }
        }
    }

    /** The statement of one of the scheme's functions that stands on a line of generated Java. */
    Optional<Place> functionAt(String java, int line) {
        return parsed(java).stream()
                .flatMap(unit -> unit.findAll(MethodDeclaration.class).stream())
                .filter(method -> method.getRange()
                        .filter(range -> range.begin.line <= line && line <= range.end.line)
                        .isPresent())
                .flatMap(method -> AuthoredStatements.ofFunction(method.getNameAsString(), source).stream()
                        .flatMap(statements -> {
                            Map.Entry<Integer, Integer> at =
                                    lines(method, statements).floorEntry(line);
                            return statements.place(at == null ? 1 : at.getValue()).stream();
                        }))
                .findFirst();
    }

    private String java(ClassNode code) {
        return generated.entrySet().stream()
                .filter(file -> file.getKey().endsWith(code.name + ".java"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private NavigableMap<Integer, Integer> functions(String java) {
        NavigableMap<Integer, Integer> numbers = new TreeMap<>();
        Map<String, Optional<AuthoredStatements>> known = new HashMap<>();
        boolean any = source.files().stream()
                .anyMatch(file -> !file.content().getFunctions().isEmpty());
        parsed(any ? java : "").ifPresent(unit -> {
            for (MethodDeclaration method : unit.findAll(MethodDeclaration.class)) {
                known.computeIfAbsent(method.getNameAsString(), name -> AuthoredStatements.ofFunction(name, source))
                        .ifPresentOrElse(
                                statements -> numbers.putAll(lines(method, statements)),
                                () -> method.getBegin().ifPresent(begin -> numbers.put(begin.line, 0)));
            }
        });
        return numbers;
    }

    private static NavigableMap<Integer, Integer> lines(MethodDeclaration method, AuthoredStatements statements) {
        BlockStmt body = method.getBody().orElseGet(BlockStmt::new);
        // The engine lets no checked exception out.
        boolean wrapped = !body.isEmpty() && body.getStatement(0) instanceof TryStmt;
        return statements.linesIn(wrapped ? body.getStatement(0).asTryStmt().getTryBlock() : body);
    }

    private NavigableMap<Integer, Integer> consequence(String java, @Nullable RuleText rule) {
        Optional<AuthoredStatements> statements =
                rule == null ? Optional.empty() : source.rule(rule.name()).flatMap(AuthoredStatements::of);
        return statements
                .flatMap(written -> parsed(java)
                        .flatMap(unit -> unit.findFirst(MethodDeclaration.class, method -> method.getNameAsString()
                                .equals(CONSEQUENCE)))
                        .flatMap(MethodDeclaration::getBody)
                        .map(written::linesIn))
                .orElseGet(TreeMap::new);
    }

    private static Optional<CompilationUnit> parsed(String java) {
        return java.isEmpty()
                ? Optional.empty()
                : new JavaParser(ExactSource.CONFIGURATION).parse(java).getResult();
    }
}
