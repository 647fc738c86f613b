package org.daylight.rulebase.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Weaves code before a call that takes its arguments from the stack, meters them, and puts them back. */
final class CallArguments {
    private static final String TEXT = "Ljava/lang/String;";

    private final MethodNode method;
    private final List<Type> types;
    private final List<Integer> variables = new ArrayList<>();

    private CallArguments(MethodNode method, List<Type> types) {
        this.method = method;
        this.types = types;
    }

    /** Has what the call goes through charged for, as its cost says. */
    static void charge(MethodNode method, MethodInsnNode call, Cost cost) {
        boolean onObject = call.getOpcode() != Opcodes.INVOKESTATIC && call.getOpcode() != Opcodes.INVOKESPECIAL;
        List<Type> types = new ArrayList<>(List.of(Type.getArgumentTypes(call.desc)));
        if (onObject) {
            types.add(0, Type.getObjectType(call.owner));
        }
        InsnList charges = new CallArguments(method, types).charging(cost, onObject);
        if (charges.size() > 0) {
            method.instructions.insertBefore(call, charges);
        }
    }

    /** Has every argument of a concatenation made into text by {@link MeteredText}. */
    static void toText(MethodNode method, InvokeDynamicInsnNode concatenation) {
        List<Type> types = List.of(Type.getArgumentTypes(concatenation.desc));
        if (types.stream()
                .anyMatch(type -> isReference(type) && !type.getDescriptor().equals(TEXT))) {
            CallArguments arguments = new CallArguments(method, types);
            method.instructions.insertBefore(concatenation, arguments.makingText());
            concatenation.desc = arguments.descriptor();
        }
    }

    private static boolean isReference(Type type) {
        return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    }

    private InsnList charging(Cost cost, boolean onObject) {
        InsnList code = store();
        int stored = code.size();
        int first = onObject ? 1 : 0;
        if (cost.has(Cost.Part.THIS) && onObject) {
            charge(code, "charge", 0);
        }
        for (int at = first; at < types.size(); at++) {
            if (isReference(types.get(at))) {
                chargeArgument(code, cost, at);
            }
        }
        boolean keyed = onObject && types.size() > 1 && isReference(types.get(1));
        if (keyed && (cost.has(Cost.Part.LOOKUP) || cost.has(Cost.Part.PUT))) {
            charge(code, cost.has(Cost.Part.PUT) ? "chargePut" : "chargeLookup", 0, 1);
        }
        if (cost.has(Cost.Part.OPERATOR) && types.size() == 3) {
            charge(code, "chargeOperator", 0, 1, 2);
        }
        if (code.size() == stored) {
            return new InsnList();
        }
        for (int at = 0; at < types.size(); at++) {
            code.add(load(at));
        }
        return code;
    }

    private void chargeArgument(InsnList code, Cost cost, int at) {
        if (cost.has(Cost.Part.ARGUMENTS)) {
            charge(code, "charge", at);
        } else if (cost.has(Cost.Part.NESTED) || cost.has(Cost.Part.PUT)) {
            charge(code, "chargeNested", at);
        } else if (cost.has(Cost.Part.SQUARED)) {
            charge(code, "chargeSquare", at);
        } else if (cost.has(Cost.Part.GATHERED)) {
            charge(code, "chargeGathered", at);
        } else if (cost.has(Cost.Part.SORTED)) {
            charge(code, "chargeSorted", at);
        }
    }

    private void charge(InsnList code, String method, int... arguments) {
        for (int at : arguments) {
            code.add(new VarInsnNode(Opcodes.ALOAD, variables.get(at)));
        }
        code.add(call(WorkCost.class, method, "(" + "Ljava/lang/Object;".repeat(arguments.length) + ")V"));
    }

    private InsnList makingText() {
        InsnList code = store();
        for (int at = 0; at < types.size(); at++) {
            code.add(load(at));
            if (isReference(types.get(at))) {
                code.add(call(MeteredText.class, "of", "(Ljava/lang/Object;)" + TEXT));
            }
        }
        return code;
    }

    private String descriptor() {
        Type[] texts = types.stream()
                .map(type -> isReference(type) ? Type.getType(TEXT) : type)
                .toArray(Type[]::new);
        return Type.getMethodDescriptor(Type.getType(TEXT), texts);
    }

    /** Stores the arguments in new variables, the last one first. No frame stands in between that would have to know them. */
    private InsnList store() {
        InsnList code = new InsnList();
        types.forEach(type -> {
            variables.add(method.maxLocals);
            method.maxLocals += type.getSize();
        });
        for (int at = types.size() - 1; at >= 0; at--) {
            code.add(new VarInsnNode(types.get(at).getOpcode(Opcodes.ISTORE), variables.get(at)));
        }
        return code;
    }

    private VarInsnNode load(int at) {
        return new VarInsnNode(types.get(at).getOpcode(Opcodes.ILOAD), variables.get(at));
    }

    private static MethodInsnNode call(Class<?> owner, String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, Type.getInternalName(owner), name, descriptor, false);
    }
}
