package org.daylight.rulebase.sandbox;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Stands in for Java's {@code ==} between objects, which asks whether two are one object: of texts and numbers that depends on where
 * they came from. Values are the same when they say the same, in functions and behind {@code then} as in conditions.
 */
public final class SameValue {
    private SameValue() {}

    /** Whether two values say the same; data and collections are the same only as one object. */
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one == other || one == null || other == null) {
            return one == other;
        }
        if (one instanceof BigDecimal decimal && other instanceof BigDecimal another) {
            return decimal.compareTo(another) == 0;
        }
        boolean value = one instanceof String
                || one instanceof Number
                || one instanceof Boolean
                || one instanceof Character
                || one.getClass().getPackageName().startsWith("java.time");
        if (value) {
            WorkCost.charge(one);
        }
        return value && one.equals(other);
    }

    /** Has a method compare values by what they say. */
    static void weave(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            int opcode = instruction.getOpcode();
            if (instruction instanceof JumpInsnNode jump
                    && (opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IF_ACMPNE)) {
                method.instructions.insertBefore(
                        jump,
                        new MethodInsnNode(
                                Opcodes.INVOKESTATIC,
                                Type.getInternalName(SameValue.class),
                                "same",
                                "(Ljava/lang/Object;Ljava/lang/Object;)Z",
                                false));
                jump.setOpcode(opcode == Opcodes.IF_ACMPEQ ? Opcodes.IFNE : Opcodes.IFEQ);
            }
        }
    }
}
