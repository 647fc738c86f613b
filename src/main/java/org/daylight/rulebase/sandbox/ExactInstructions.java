package org.daylight.rulebase.sandbox;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daylight.rulebase.exact.Exact;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The last word on arithmetic, behind what the build did with the source: no instruction of an author's code computes in binary
 * fractions, and each that could wrap becomes a call that does not.
 */
final class ExactInstructions {
    /** The method of {@link Exact} in the place of an instruction. */
    private record Call(String name, String descriptor) {}

    private static final Map<Integer, Call> CALLS = Map.ofEntries(
            Map.entry(Opcodes.IADD, new Call("plus", "(II)I")),
            Map.entry(Opcodes.ISUB, new Call("minus", "(II)I")),
            Map.entry(Opcodes.IMUL, new Call("times", "(II)I")),
            Map.entry(Opcodes.IDIV, new Call("divide", "(II)I")),
            Map.entry(Opcodes.INEG, new Call("negate", "(I)I")),
            Map.entry(Opcodes.LADD, new Call("plus", "(JJ)J")),
            Map.entry(Opcodes.LSUB, new Call("minus", "(JJ)J")),
            Map.entry(Opcodes.LMUL, new Call("times", "(JJ)J")),
            Map.entry(Opcodes.LDIV, new Call("divide", "(JJ)J")),
            Map.entry(Opcodes.LNEG, new Call("negate", "(J)J")),
            Map.entry(Opcodes.L2I, new Call("toInt", "(J)I")),
            Map.entry(Opcodes.I2B, new Call("toByte", "(I)B")),
            Map.entry(Opcodes.I2S, new Call("toShort", "(I)S")),
            Map.entry(Opcodes.I2C, new Call("toChar", "(I)C")));

    private static final Set<Integer> SHIFTS = Set.of(Opcodes.ISHL, Opcodes.LSHL, Opcodes.IUSHR, Opcodes.LUSHR);

    /** Every instruction that makes, moves or computes a binary fraction. */
    private static final Set<Integer> BINARY = Stream.of(
                    IntStream.rangeClosed(Opcodes.FCONST_0, Opcodes.DCONST_1),
                    IntStream.of(Opcodes.FLOAD, Opcodes.DLOAD, Opcodes.FALOAD, Opcodes.DALOAD),
                    IntStream.of(Opcodes.FSTORE, Opcodes.DSTORE, Opcodes.FASTORE, Opcodes.DASTORE),
                    IntStream.of(Opcodes.FADD, Opcodes.DADD, Opcodes.FSUB, Opcodes.DSUB, Opcodes.FMUL, Opcodes.DMUL),
                    IntStream.of(Opcodes.FDIV, Opcodes.DDIV, Opcodes.FREM, Opcodes.DREM, Opcodes.FNEG, Opcodes.DNEG),
                    IntStream.of(Opcodes.I2F, Opcodes.I2D, Opcodes.L2F, Opcodes.L2D),
                    IntStream.rangeClosed(Opcodes.F2I, Opcodes.D2F),
                    IntStream.rangeClosed(Opcodes.FCMPL, Opcodes.DCMPG),
                    IntStream.of(Opcodes.FRETURN, Opcodes.DRETURN))
            .flatMap(IntStream::boxed)
            .collect(Collectors.toUnmodifiableSet());

    private ExactInstructions() {}

    static boolean isBinary(AbstractInsnNode instruction) {
        return BINARY.contains(instruction.getOpcode())
                || (instruction instanceof LdcInsnNode constant
                        && (constant.cst instanceof Double || constant.cst instanceof Float))
                || (instruction instanceof MethodInsnNode call && isBinary(call.desc));
    }

    /** Whether a method takes or gives a binary fraction. */
    private static boolean isBinary(String descriptor) {
        return isBinary(Type.getReturnType(descriptor))
                || Stream.of(Type.getArgumentTypes(descriptor)).anyMatch(ExactInstructions::isBinary);
    }

    private static boolean isBinary(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        return element.getSort() == Type.DOUBLE || element.getSort() == Type.FLOAT;
    }

    /** Whether the instruction moves digits out of a number without a word. */
    static boolean isShift(AbstractInsnNode instruction) {
        return SHIFTS.contains(instruction.getOpcode());
    }

    /** Replaces each instruction that could wrap. */
    static void weave(MethodNode method) {
        InsnList code = method.instructions;
        for (AbstractInsnNode instruction : code.toArray()) {
            Call call = CALLS.get(instruction.getOpcode());
            if (call != null) {
                code.set(instruction, exact(call));
            } else if (instruction instanceof IincInsnNode increment) {
                code.insert(increment, incremented(increment));
                code.remove(increment);
            }
        }
    }

    /** Has the decimal on the stack be one that equals all that are equal to it. */
    static MethodInsnNode canonical() {
        return exact(new Call("decimal", "(Ljava/lang/Number;)Ljava/math/BigDecimal;"));
    }

    private static InsnList incremented(IincInsnNode increment) {
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ILOAD, increment.var));
        code.add(new LdcInsnNode(increment.incr));
        code.add(exact(new Call("plus", "(II)I")));
        code.add(new VarInsnNode(Opcodes.ISTORE, increment.var));
        return code;
    }

    private static MethodInsnNode exact(Call call) {
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC, Type.getInternalName(Exact.class), call.name(), call.descriptor(), false);
    }
}
