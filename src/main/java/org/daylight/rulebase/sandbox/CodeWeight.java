package org.daylight.rulebase.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What code costs by itself, whatever its data are. Between two counters control only goes forward, so each instruction runs at
 * most once there: charged at a method's entry for all of the method, and at each jump back for what it jumps over, every
 * instruction is paid for as often as it runs.
 */
final class CodeWeight {
    private static final int OF_A_STEP = 64;
    private static final int OF_AN_INSTRUCTION = 2;
    /** An object's header, and two fields that every event, fact and parameter has. */
    private static final int OF_AN_OBJECT = 32;

    private static final int OF_A_FIELD = 8;

    private final Map<String, ClassNode> classes = new HashMap<>();

    CodeWeight(List<ClassNode> classes) {
        classes.forEach(code -> this.classes.put(code.name, code));
    }

    /** The weight of all instructions before each, and last of all. */
    long[] sums(MethodNode method) {
        long[] sums = new long[method.instructions.size() + 1];
        int position = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            sums[position + 1] = sums[position] + of(instruction);
            position++;
        }
        return sums;
    }

    /** The steps of so much weight, at least one. */
    static int steps(long weight) {
        return (int) (1 + weight / OF_A_STEP);
    }

    private long of(AbstractInsnNode instruction) {
        if (instruction.getOpcode() < 0) {
            return 0;
        }
        if (instruction instanceof MethodInsnNode call) {
            Cost cost = CodeOrigin.GENERATED.cost(call.owner, call.name, call.desc);
            return OF_AN_INSTRUCTION + (cost == null ? 0L : (long) cost.steps() * OF_A_STEP);
        }
        if (instruction instanceof InvokeDynamicInsnNode) {
            return OF_A_STEP;
        }
        return instruction instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW
                ? OF_AN_OBJECT + OF_A_FIELD * (long) fields(made.desc)
                : OF_AN_INSTRUCTION;
    }

    private int fields(String type) {
        int fields = 0;
        for (ClassNode own = classes.get(type); own != null; own = classes.get(own.superName)) {
            for (FieldNode field : own.fields) {
                fields += (field.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
            }
        }
        return fields;
    }
}
