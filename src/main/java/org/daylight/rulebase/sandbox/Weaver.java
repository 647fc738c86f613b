package org.daylight.rulebase.sandbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
 * Weaves the {@link Meter} into verified code: at the entry of every method that runs with a rule, at every jump back, at every
 * text, array and decimal that is made; and puts the meter's stand-ins in the place of methods whose cost depends on their
 * arguments. No instruction woven changes the stack or the frames around it.
 */
final class Weaver {
    private static final String METER = Type.getInternalName(Meter.class);
    private static final Set<String> TEXTS = Set.of("java/lang/String", "java/lang/StringBuilder");
    private static final Pattern ERRORS = Pattern.compile("java/lang/(Throwable|\\w*Error)");
    private static final Set<String> UNMETERED =
            Set.of("<init>", "<clinit>", "predicateInformation", "getExpressionHash", "values", "valueOf");

    /** Methods of collections that cost next to nothing, whatever they are called on. */
    private static final Set<String> CHEAP = words("""
            size isEmpty iterator hasNext next getKey getValue keySet values entrySet first last firstKey
            lastKey isPresent isNull nonNull emptyList emptySet emptyMap
            """);

    /** Methods that look at, or move, no more than what is given to them. */
    private static final Set<String> BY_ARGUMENT = words("""
            add put get getOrDefault containsKey set of ofNullable singletonList
            """);

    /** Methods of facts that the engine calls; they may lead from fact to fact. */
    private static final Set<String> CALLED_BY_THE_ENGINE = Set.of("equals", "hashCode", "toString");

    private static final Set<String> COLLECTIONS =
            Set.of("java/lang/Object", "java/util/Collection", "java/util/List", "java/util/Set", "java/util/Map");

    private static final Set<String> COMPARISONS = words("""
            equals equalsIgnoreCase compareTo compareToIgnoreCase startsWith endsWith hashCode isBlank
            """);

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    private Weaver() {}

    /**
     * Weaves a class in place.
     *
     * @param rule the rule or type that an exhausted budget is attributed to; empty for functions, whose
     *     work is that of the rule that calls them
     */
    static void weave(ClassNode code, String rule) {
        boolean generatedFact = CodeOrigin.isFact(code);
        // A stack trace tells it in the place of a file that nobody wrote.
        code.sourceFile = CodeOrigin.isModel(code) ? null : rule;
        for (MethodNode method : code.methods) {
            if (generatedFact) {
                freezeFactFields(method.instructions);
            }
            if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
                weave(method, rule, !generatedFact);
            }
        }
    }

    private static void weave(MethodNode method, String rule, boolean entered) {
        if (entered) {
            ExactInstructions.weave(method);
        }
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
            weave(method, instruction, positions, position++);
        }
        if (entered) {
            SameValue.weave(method);
        }
        rethrowErrors(method);
        boolean counted = entered && !UNMETERED.contains(method.name) && (method.access & Opcodes.ACC_BRIDGE) == 0;
        if ((!entered && CALLED_BY_THE_ENGINE.contains(method.name)) || (counted && rule.isEmpty())) {
            method.instructions.insert(meter("step", "()V"));
        } else if (counted) {
            InsnList entry = new InsnList();
            entry.add(new LdcInsnNode(rule));
            entry.add(meter("enter", "(Ljava/lang/String;)V"));
            method.instructions.insert(entry);
        }
        method.maxStack += 2;
    }

    /** Has each handler of errors pass them on: a stack's depth or a heap's size must not become an answer. */
    private static void rethrowErrors(MethodNode method) {
        Set<LabelNode> seen = new HashSet<>();
        for (TryCatchBlockNode handler : method.tryCatchBlocks) {
            if ((handler.type == null || ERRORS.matcher(handler.type).matches()) && seen.add(handler.handler)) {
                AbstractInsnNode first = handler.handler.getNext();
                while (first.getOpcode() < 0) {
                    first = first.getNext();
                }
                InsnList passOn = new InsnList();
                passOn.add(new InsnNode(Opcodes.DUP));
                passOn.add(meter("rethrowError", "(Ljava/lang/Throwable;)V"));
                method.instructions.insertBefore(first, passOn);
            }
        }
    }

    private static void weave(
            MethodNode method, AbstractInsnNode instruction, Map<LabelNode, Integer> positions, int position) {
        InsnList code = method.instructions;
        if (isBackwardJump(instruction, positions, position)) {
            code.insertBefore(instruction, meter("step", "()V"));
        } else if (instruction instanceof MethodInsnNode call) {
            call(method, call);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic
                && Type.getReturnType(dynamic.desc).getInternalName().equals("java/lang/String")) {
            CallArguments.toText(method, dynamic);
            after(code, instruction, "text", "(Ljava/lang/CharSequence;)V");
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

    private static boolean isBackwardJump(
            AbstractInsnNode instruction, Map<LabelNode, Integer> positions, int position) {
        return targets(instruction).anyMatch(label -> positions.getOrDefault(label, 0) <= position);
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
        InsnList code = method.instructions;
        String made = Type.getReturnType(call.desc).getDescriptor();
        if (!MethodSubstitutions.substitute(call)) {
            charge(method, call);
        }
        if (made.equals("Ljava/math/BigDecimal;")) {
            after(code, call, "decimal", "(Ljava/math/BigDecimal;)V");
        } else if (TEXTS.contains(made.substring(1, Math.max(1, made.length() - 1)))) {
            after(code, call, "text", "(Ljava/lang/CharSequence;)V");
        }
    }

    private static void charge(MethodNode method, MethodInsnNode call) {
        boolean ofCollection = call.owner.startsWith("java/util/") && !call.owner.startsWith("java/util/regex/");
        boolean comparison = COMPARISONS.contains(call.name) && call.owner.startsWith("java/lang/");
        if (call.getOpcode() != Opcodes.INVOKESPECIAL && (comparison || (ofCollection && !CHEAP.contains(call.name)))) {
            boolean byArgument = BY_ARGUMENT.contains(call.name) && !call.desc.startsWith("(ILjava");
            CallArguments.charge(method, call, call.getOpcode() != Opcodes.INVOKESTATIC && !byArgument);
        } else if (ofCollection && call.name.equals("<init>")) {
            CallArguments.charge(method, call, false);
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
