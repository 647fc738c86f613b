package org.daylight.rulebase.sandbox;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Tells whether an object that a method works on was made by that very call of the method, or of one that it called. What cannot be
 * told counts as made elsewhere.
 */
final class Freshness {
    /** Methods that return what they are called on, or a view of it. */
    private static final Set<String> SELF = Set.of("append", "reverse", "subList");
    /** No chain of calls in an honest function is longer; deeper ones count as made elsewhere. */
    private static final int DEEPEST = 8;

    private final CodeReach reach;
    private final CodeReach.Code code;
    private final int depth;
    private final @Nullable Frame<SourceValue>[] frames;
    private final Set<AbstractInsnNode> pending = new HashSet<>();

    private Freshness(CodeReach reach, CodeReach.Code code, int depth) {
        this.reach = reach;
        this.code = code;
        this.depth = depth;
        this.frames = frames(code);
    }

    static Freshness in(CodeReach reach, CodeReach.Code code) {
        return new Freshness(reach, code, 0);
    }

    private static @Nullable Frame<SourceValue>[] frames(CodeReach.Code code) {
        try {
            return new Analyzer<>(new OriginInterpreter()).analyzeAndComputeMaxs(code.owner().name, code.method());
        } catch (AnalyzerException unlikeAnyCompiledMethod) {
            throw new IllegalStateException("the rules were compiled in an unknown shape", unlikeAnyCompiledMethod);
        }
    }

    /** Whether the value so many below the top of the stack was made here, when the instruction begins. */
    boolean isMade(AbstractInsnNode instruction, int belowTop) {
        Frame<SourceValue> frame = frames[code.method().instructions.indexOf(instruction)];
        if (frame == null) {
            // What is never reached changes nothing.
            return true;
        }
        Set<AbstractInsnNode> origins = frame.getStack(frame.getStackSize() - 1 - belowTop).insns;
        return !origins.isEmpty() && origins.stream().allMatch(this::isMaking);
    }

    /** In a loop a value may come from itself, and then was made where its other origins say. */
    private boolean isMaking(AbstractInsnNode origin) {
        if (!pending.add(origin)) {
            return true;
        }
        boolean making = makes(origin);
        pending.remove(origin);
        return making;
    }

    private boolean makes(AbstractInsnNode origin) {
        return switch (origin.getOpcode()) {
            case Opcodes.NEW, Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.ACONST_NULL -> true;
            case Opcodes.CHECKCAST -> isMade(origin, 0);
            case Opcodes.GETFIELD -> CodeOrigin.isAccumulation(((FieldInsnNode) origin).owner);
            case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKEINTERFACE, Opcodes.INVOKESTATIC ->
                returnsMade((MethodInsnNode) origin);
            default -> false;
        };
    }

    private boolean returnsMade(MethodInsnNode call) {
        boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
        if (!isStatic && SELF.contains(call.name)) {
            return isMade(call, Type.getArgumentTypes(call.desc).length);
        }
        if (isStatic && call.owner.equals("java/util/Arrays") && call.name.equals("asList")) {
            return isMade(call, 0);
        }
        return isStatic
                && depth < DEEPEST
                && reach.method(call).filter(this::alwaysReturnsMade).isPresent();
    }

    private boolean alwaysReturnsMade(CodeReach.Code called) {
        Freshness inside = new Freshness(reach, called, depth + 1);
        return Arrays.stream(called.method().instructions.toArray())
                .filter(instruction -> instruction.getOpcode() == Opcodes.ARETURN)
                .allMatch(instruction -> inside.isMade(instruction, 0));
    }
}
