package org.daylight.rulebase.sandbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Weaves the {@link Meter} into verified code: at the entry of every method that runs with a rule, at every jump back and every
 * handler, at every text, array and decimal that is made; before calls whose cost depends on their arguments; and puts the meter's
 * stand-ins in the place of methods that only these can charge for. No instruction woven changes the stack or the frames around it.
 */
final class Weaver {
    private static final String METER = Type.getInternalName(Meter.class);
    private static final Set<String> UNMETERED =
            Set.of("<init>", "<clinit>", "predicateInformation", "getExpressionHash", "values", "valueOf");

    /** Methods of facts that the engine calls; they may lead from fact to fact. */
    private static final Set<String> CALLED_BY_THE_ENGINE = Set.of("equals", "hashCode", "toString");

    private static final Set<String> COLLECTIONS =
            Set.of("java/lang/Object", "java/util/Collection", "java/util/List", "java/util/Set", "java/util/Map");

    private Weaver() {}

    /**
     * Weaves a class in place.
     *
     * @param rule the rule or type that an exhausted budget is attributed to; empty for functions, whose
     *     work is that of the rule that calls them
     */
    static void weave(ClassNode code, String rule, CodeWeight weight) {
        boolean generatedFact = CodeOrigin.isFact(code);
        // A stack trace tells it in the place of a file that nobody wrote.
        code.sourceFile = CodeOrigin.isModel(code) ? null : rule;
        for (MethodNode method : code.methods) {
            if (generatedFact) {
                freezeFactFields(method.instructions);
            }
            if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
                weave(method, rule, !generatedFact, weight.sums(method));
            }
        }
    }

    private static void weave(MethodNode method, String rule, boolean entered, long[] weights) {
        Map<LabelNode, Integer> positions = new HashMap<>();
        int position = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LabelNode label) {
                positions.put(label, position);
            }
            position++;
        }
        position = 0;
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            weave(method, instruction, jumpedOver(instruction, positions, position++, weights));
        }
        if (entered) {
            SameValue.weave(method);
            ExactInstructions.weave(method);
        }
        payAtHandlers(method);
        int steps = CodeWeight.steps(weights[weights.length - 1]);
        boolean counted = entered && !UNMETERED.contains(method.name) && (method.access & Opcodes.ACC_BRIDGE) == 0;
        if ((!entered && CALLED_BY_THE_ENGINE.contains(method.name)) || (counted && rule.isEmpty())) {
            method.instructions.insert(steps(steps));
        } else if (counted) {
            InsnList entry = new InsnList();
            entry.add(new LdcInsnNode(rule));
            entry.add(new LdcInsnNode(steps));
            entry.add(meter("enter", "(Ljava/lang/String;I)V"));
            method.instructions.insert(entry);
        } else if (steps > 1 && !method.name.equals("<clinit>")) {
            method.instructions.insert(steps(steps));
        }
        method.maxStack += 2;
    }

    /** The weight of what an instruction jumps back over; negative when it does not jump back. */
    private static long jumpedOver(
            AbstractInsnNode instruction, Map<LabelNode, Integer> positions, int position, long[] weights) {
        int target = targets(instruction)
                .mapToInt(label -> positions.getOrDefault(label, 0))
                .min()
                .orElse(Integer.MAX_VALUE);
        return target <= position ? weights[position + 1] - weights[target] : -1;
    }

    private static InsnList steps(int steps) {
        InsnList code = new InsnList();
        code.add(new LdcInsnNode(steps));
        code.add(meter("steps", "(I)V"));
        return code;
    }

    /**
     * Has each handler pay for the exception, which whoever threw it filled with the whole stack; and pass errors on, for a stack's
     * depth or a heap's size must not become an answer.
     */
    private static void payAtHandlers(MethodNode method) {
        Set<LabelNode> seen = new HashSet<>();
        for (TryCatchBlockNode handler : method.tryCatchBlocks) {
            if (seen.add(handler.handler)) {
                AbstractInsnNode first = handler.handler.getNext();
                while (first.getOpcode() < 0) {
                    first = first.getNext();
                }
                InsnList pay = new InsnList();
                pay.add(new InsnNode(Opcodes.DUP));
                pay.add(meter("caught", "(Ljava/lang/Throwable;)V"));
                method.instructions.insertBefore(first, pay);
            }
        }
    }

    private static void weave(MethodNode method, AbstractInsnNode instruction, long jumpedOver) {
        InsnList code = method.instructions;
        if (jumpedOver >= 0) {
            code.insertBefore(instruction, steps(CodeWeight.steps(jumpedOver)));
        } else if (instruction instanceof MethodInsnNode call) {
            call(method, call);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic
                && Type.getReturnType(dynamic.desc).getInternalName().equals("java/lang/String")) {
            CallArguments.toText(method, dynamic);
            after(code, instruction, "text", "(Ljava/lang/String;)V");
        } else if (instruction.getOpcode() == Opcodes.NEWARRAY || instruction.getOpcode() == Opcodes.ANEWARRAY) {
            code.insertBefore(instruction, meter("array", "(I)I"));
        }
    }

    /** Has facts keep copies that nobody can change: the engine compares and hashes them, and no meter sees it. */
    private static void freezeFactFields(InsnList code) {
        for (AbstractInsnNode instruction : code.toArray()) {
            if (instruction instanceof FieldInsnNode field && field.getOpcode() == Opcodes.PUTFIELD) {
                Type type = Type.getType(field.desc);
                if (type.getSort() == Type.OBJECT && type.getClassName().equals("java.math.BigDecimal")) {
                    code.insertBefore(field, ExactInstructions.canonical());
                }
                if (type.getSort() == Type.OBJECT && COLLECTIONS.contains(type.getInternalName())) {
                    InsnList copy = new InsnList();
                    copy.add(new MethodInsnNode(
                            Opcodes.INVOKESTATIC,
                            Type.getInternalName(WorkCost.class),
                            "frozenCopy",
                            "(Ljava/lang/Object;)Ljava/lang/Object;",
                            false));
                    copy.add(new TypeInsnNode(Opcodes.CHECKCAST, type.getInternalName()));
                    code.insertBefore(field, copy);
                }
            }
        }
    }

    private static Stream<LabelNode> targets(AbstractInsnNode instruction) {
        if (instruction instanceof JumpInsnNode jump) {
            return Stream.of(jump.label);
        }
        if (instruction instanceof TableSwitchInsnNode table) {
            return Stream.concat(table.labels.stream(), Stream.of(table.dflt));
        }
        return instruction instanceof LookupSwitchInsnNode lookup
                ? Stream.concat(lookup.labels.stream(), Stream.of(lookup.dflt))
                : Stream.empty();
    }

    private static void call(MethodNode method, MethodInsnNode call) {
        Cost cost = CodeOrigin.GENERATED.cost(call.owner, call.name, call.desc);
        String made = Type.getReturnType(call.desc).getDescriptor();
        if (!MethodSubstitutions.substitute(call)) {
            if (cost == null) {
                // A method of the scheme's own, whose code pays for itself.
                return;
            }
            CallArguments.charge(method, call, cost);
        }
        if (made.equals("Ljava/math/BigDecimal;")) {
            after(method.instructions, call, "decimal", "(Ljava/math/BigDecimal;)V");
        } else if (made.equals("Ljava/lang/String;")) {
            after(method.instructions, call, "text", "(Ljava/lang/String;)V");
        } else if (made.equals("Ljava/lang/StringBuilder;")) {
            after(method.instructions, call, "builder", "(Ljava/lang/StringBuilder;)V");
        }
    }

    /** Has the meter look at the value that the instruction left on the stack. */
    private static void after(InsnList code, AbstractInsnNode instruction, String name, String descriptor) {
        InsnList check = new InsnList();
        check.add(new InsnNode(Opcodes.DUP));
        check.add(meter(name, descriptor));
        code.insert(instruction, check);
    }

    private static MethodInsnNode meter(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, METER, name, descriptor, false);
    }
}
