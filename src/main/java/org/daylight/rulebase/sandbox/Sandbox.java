package org.daylight.rulebase.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 */
public record Sandbox(Authored authored, List<ClassNode> classes) {
    /** Reads the compiler's classes. */
    public static Sandbox of(Authored authored, Iterable<byte[]> bytecode) {
        List<ClassNode> classes = new ArrayList<>();
        for (byte[] bytes : bytecode) {
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, 0);
            classes.add(node);
        }
        return new Sandbox(authored, classes);
    }

    /** Everything in the classes that no rule may do. */
    public List<CodeProblem> problems() {
        List<CodeProblem> problems = new ArrayList<>(Verifier.verify(authored, classes));
        problems.addAll(Recursion.find(classes));
        return problems;
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
            Weaver.weave(code, ruleOf.apply(code.name), weight);
            ClassWriter writer = new ClassWriter(0);
            code.accept(new ClassRemapper(writer, MethodSubstitutions.types()));
            woven.put(code.name, writer.toByteArray());
        }
        return woven;
    }
}
