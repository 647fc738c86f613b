package org.daylight.rulebase.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.tree.ClassNode;

/**
 * Verifies and weaves the classes of one scheme; see the package's documentation for what that promises.
 *
 * @param authored what the scheme's authors named
 * @param classes as trees, for other checks of what authors wrote too
 * @param early what would run while the rules are built and cannot be put off
 */
public record Sandbox(Authored authored, List<ClassNode> classes, List<CodeProblem> early) {
    /** Reads the compiler's classes. */
    public static Sandbox of(Authored authored, Iterable<byte[]> bytecode) {
        List<ClassNode> classes = new ArrayList<>();
        for (byte[] bytes : bytecode) {
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, 0);
            classes.add(node);
        }
        return new Sandbox(authored, classes, LateValues.putOff(classes));
    }

    /** Everything in the classes that no rule may do. */
    public List<CodeProblem> problems() {
        List<CodeProblem> problems = new ArrayList<>(early);
        Verifier.verify(authored, classes).stream().filter(this::isNotToldYet).forEach(problems::add);
        problems.addAll(Recursion.find(classes));
        problems.addAll(MadeInputs.find(classes));
        // What follows reads code through the methods it calls, and needs code that leads somewhere.
        if (problems.isEmpty()) {
            problems.addAll(ConditionEffects.find(classes));
        }
        return problems;
    }

    /** What could not be put off is still where it may not be. */
    private boolean isNotToldYet(CodeProblem problem) {
        return early.stream()
                .noneMatch(told ->
                        told.owner().equals(problem.owner()) && told.method().equals(problem.method()));
    }

    /**
     * The rules that a standing can touch.
     *
     * @param conclusions simple names of the types that only rules make
     */
    public StandingReach standingReach(Set<String> conclusions) {
        return StandingReachFinder.find(authored.packageName(), classes, conclusions);
    }

    /**
     * The classes to load in place of the compiler's, by internal name.
     *
     * @param ruleOf names the rule that a class belongs to, for what an exhausted budget says
     */
    public Map<String, byte[]> woven(Function<String, String> ruleOf) {
        Map<String, byte[]> woven = new HashMap<>();
        CodeWeight weight = new CodeWeight(classes);
        for (ClassNode code : classes) {
            Weaver.weave(code, CodeOrigin.isModel(code) ? "" : ruleOf.apply(code.name), weight);
            ClassWriter writer = new ClassWriter(0);
            code.accept(new ClassRemapper(writer, MethodSubstitutions.types()));
            woven.put(code.name, writer.toByteArray());
        }
        return woven;
    }
}
