package org.daylight.rulebase.sandbox;

import java.util.Optional;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The methods of the generated model that describe one rule each. */
public final class RuleMethods {
    private static final String DSL = "org/drools/modelcompiler/dsl/pattern/D";

    private RuleMethods() {}

    /** Whether the class describes the rules to the engine, and holds the functions. */
    public static boolean isModel(ClassNode code) {
        return CodeOrigin.isModel(code);
    }

    /** Whether the class was made of what stands behind {@code then}. */
    public static boolean isConsequence(String className) {
        return CodeOrigin.isConsequence(className);
    }

    /** The name of the rule that the method describes; empty where it describes none. */
    public static Optional<String> ruleNamedIn(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call && call.owner.equals(DSL) && call.name.equals("rule")) {
                AbstractInsnNode before = call.getPrevious();
                while (before != null && before.getOpcode() < 0) {
                    before = before.getPrevious();
                }
                return before instanceof LdcInsnNode constant
                        ? Optional.of(String.valueOf(constant.cst))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
