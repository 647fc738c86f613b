package org.daylight.rulebase.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daylight.problem.ProblemCode;
import org.objectweb.asm.tree.ClassNode;

/** Checks every instruction of every class of a scheme against the lists. */
final class Verifier {
    private final Authored authored;
    private final CodeOrigin origin;
    private final Map<String, ClassNode> classes = new HashMap<>();
    private final List<CodeProblem> problems = new ArrayList<>();
    private final Set<List<String>> reported = new HashSet<>();

    private Verifier(Authored authored, List<ClassNode> classes) {
        this.authored = authored;
        this.origin = new CodeOrigin(authored);
        classes.forEach(code -> this.classes.put(code.name, code));
    }

    /** The problems, in the order of classes and instructions. */
    static List<CodeProblem> verify(Authored authored, List<ClassNode> classes) {
        Verifier verifier = new Verifier(authored, classes);
        classes.forEach(verifier::verify);
        return verifier.problems;
    }

    private void verify(ClassNode code) {
        if (!code.name.startsWith(authored.packageName() + "/")) {
            report(ProblemCode.FOREIGN_CLASS, code, "", code.name, "a class outside the scheme's package");
        } else if (!origin.isExpected(code.name)) {
            report(ProblemCode.FORBIDDEN_CONSTRUCT, code, "", "class", "a class of its own");
        } else {
            code.methods.forEach(
                    method -> new MethodVerifier(this, code, method, origin.allowList(code, method)).verify());
        }
    }

    CodeOrigin origin() {
        return origin;
    }

    boolean isOwn(String type) {
        return classes.containsKey(type);
    }

    boolean isOwnEnum(String type) {
        ClassNode own = classes.get(type);
        return own != null && CodeOrigin.isEnum(own);
    }

    /** The class that has the method: the scheme's own, or the first one outside that a class of the scheme extends. */
    String declaring(String owner, String name, String descriptor) {
        String type = owner;
        while (classes.containsKey(type)) {
            ClassNode own = classes.get(type);
            if (own.methods.stream().anyMatch(method -> method.name.equals(name) && method.desc.equals(descriptor))) {
                return type;
            }
            type = own.superName;
        }
        return type;
    }

    void report(ProblemCode problem, ClassNode code, String method, String called, String message) {
        report(new CodeProblem(problem, code.name, method, called, message, null), code);
    }

    void report(CodeProblem problem, ClassNode code) {
        if (reported.add(List.of(code.name, problem.method(), problem.message()))) {
            problems.add(problem.in(Lambdas.outermost(code, problem.method())));
        }
    }
}
