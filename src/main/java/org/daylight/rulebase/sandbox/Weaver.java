package org.daylight.rulebase.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
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

/**
 * Weaves the {@link Meter} into verified code: at the entry of every method that runs with a rule, at every jump back, at every
 * text, array and decimal that is made; and puts the meter's stand-ins in the place of methods whose cost depends on their
 * arguments. No instruction woven changes the stack or the frames around it.
 */
final class Weaver {
    private static final String METER = Type.getInternalName(Meter.class);
    private static final Set<String> TEXTS = Set.of("java/lang/String", "java/lang/StringBuilder");
    private static final Set<String> UNMETERED =
            Set.of("<init>", "<clinit>", "predicateInformation", "getExpressionHash", "values", "valueOf");

    /** Called owner and name, to the stand-in's descriptor; the stand-in has the same name. */
    private static final Map<String, String> STAND_INS = Map.ofEntries(
            Map.entry("java/lang/String.matches(Ljava/lang/String;)Z", "(Ljava/lang/String;Ljava/lang/String;)Z"),
            Map.entry(
                    "java/lang/String.replaceAll(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;",
                    "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;"),
            Map.entry(
                    "java/lang/String.replaceFirst(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;",
                    "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;"),
            Map.entry(
                    "java/lang/String.replace(Ljava/lang/CharSequence;Ljava/lang/CharSequence;)Ljava/lang/String;",
                    "(Ljava/lang/String;Ljava/lang/CharSequence;Ljava/lang/CharSequence;)Ljava/lang/String;"),
            Map.entry("java/lang/String.repeat(I)Ljava/lang/String;", "(Ljava/lang/String;I)Ljava/lang/String;"),
            Map.entry("java/lang/String.toLowerCase()Ljava/lang/String;", "(Ljava/lang/String;)Ljava/lang/String;"),
            Map.entry("java/lang/String.toUpperCase()Ljava/lang/String;", "(Ljava/lang/String;)Ljava/lang/String;"),
            Map.entry(
                    "java/util/regex/Pattern.matcher(Ljava/lang/CharSequence;)Ljava/util/regex/Matcher;",
                    "(Ljava/util/regex/Pattern;Ljava/lang/CharSequence;)Ljava/util/regex/Matcher;"),
            Map.entry(
                    "java/math/BigDecimal.setScale(ILjava/math/RoundingMode;)Ljava/math/BigDecimal;",
                    "(Ljava/math/BigDecimal;ILjava/math/RoundingMode;)Ljava/math/BigDecimal;"),
            Map.entry(
                    "java/math/BigDecimal.setScale(I)Ljava/math/BigDecimal;",
                    "(Ljava/math/BigDecimal;I)Ljava/math/BigDecimal;"),
            Map.entry(
                    "java/math/BigDecimal.divide(Ljava/math/BigDecimal;ILjava/math/RoundingMode;)Ljava/math/BigDecimal;",
                    "(Ljava/math/BigDecimal;Ljava/math/BigDecimal;ILjava/math/RoundingMode;)Ljava/math/BigDecimal;"));

    private final String rule;

    private Weaver(String rule) {
        this.rule = rule;
    }

    /**
     * Weaves a class in place.
     *
     * @param rule the rule, function or type that an exhausted budget is put down to
     */
    static void weave(ClassNode code, String rule) {
        Weaver weaver = new Weaver(rule);
        boolean generatedFact = code.interfaces.contains("org/drools/base/factmodel/GeneratedFact");
        for (MethodNode method : code.methods) {
            if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
                weaver.weave(method, !generatedFact);
            }
        }
    }

    private void weave(MethodNode method, boolean entered) {
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
            weave(method.instructions, instruction, positions, position++);
        }
        if (entered && !UNMETERED.contains(method.name) && (method.access & Opcodes.ACC_BRIDGE) == 0) {
            InsnList entry = new InsnList();
            entry.add(new LdcInsnNode(rule));
            entry.add(meter("enter", "(Ljava/lang/String;)V"));
            method.instructions.insert(entry);
        }
        method.maxStack += 2;
    }

    private static void weave(
            InsnList code, AbstractInsnNode instruction, Map<LabelNode, Integer> positions, int position) {
        if (leadsBack(instruction, positions, position)) {
            code.insertBefore(instruction, meter("step", "()V"));
        } else if (instruction instanceof MethodInsnNode call) {
            call(code, call);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic
                && Type.getReturnType(dynamic.desc).getInternalName().equals("java/lang/String")) {
            after(code, instruction, "text", "(Ljava/lang/CharSequence;)V");
        } else if (instruction.getOpcode() == Opcodes.NEWARRAY || instruction.getOpcode() == Opcodes.ANEWARRAY) {
            code.insertBefore(instruction, meter("array", "(I)I"));
        }
    }

    private static boolean leadsBack(AbstractInsnNode instruction, Map<LabelNode, Integer> positions, int position) {
        if (instruction instanceof JumpInsnNode jump) {
            return positions.getOrDefault(jump.label, 0) <= position;
        }
        if (instruction instanceof TableSwitchInsnNode table) {
            return leadsBack(table.labels, table.dflt, positions, position);
        }
        return instruction instanceof LookupSwitchInsnNode lookup
                && leadsBack(lookup.labels, lookup.dflt, positions, position);
    }

    private static boolean leadsBack(
            Iterable<LabelNode> labels, LabelNode otherwise, Map<LabelNode, Integer> positions, int position) {
        for (LabelNode label : labels) {
            if (positions.getOrDefault(label, 0) <= position) {
                return true;
            }
        }
        return positions.getOrDefault(otherwise, 0) <= position;
    }

    private static void call(InsnList code, MethodInsnNode call) {
        String standIn = STAND_INS.get(call.owner + "." + call.name + call.desc);
        String made = Type.getReturnType(call.desc).getDescriptor();
        if (standIn != null) {
            call.setOpcode(Opcodes.INVOKESTATIC);
            call.owner = METER;
            call.desc = standIn;
            call.itf = false;
        } else if (call.owner.startsWith("java/util/")
                && call.name.equals("addAll")
                && call.desc.equals("(Ljava/util/Collection;)Z")) {
            call.setOpcode(Opcodes.INVOKESTATIC);
            call.owner = METER;
            call.desc = "(Ljava/util/Collection;Ljava/util/Collection;)Z";
            call.itf = false;
        } else if (call.owner.startsWith("java/util/")
                && call.name.equals("putAll")
                && call.desc.equals("(Ljava/util/Map;)V")) {
            call.setOpcode(Opcodes.INVOKESTATIC);
            call.owner = METER;
            call.desc = "(Ljava/util/Map;Ljava/util/Map;)V";
            call.itf = false;
        }
        if (made.equals("Ljava/math/BigDecimal;")) {
            after(code, call, "decimal", "(Ljava/math/BigDecimal;)V");
        } else if (TEXTS.contains(made.substring(1, Math.max(1, made.length() - 1)))) {
            after(code, call, "text", "(Ljava/lang/CharSequence;)V");
        }
    }

    /** Shows the meter what the instruction left on the stack. */
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
