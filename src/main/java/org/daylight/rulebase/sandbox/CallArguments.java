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

    /** Has every argument charged for, and the object the method is called on if {@code receiver} says so. */
    static void charge(MethodNode method, MethodInsnNode call, boolean receiver) {
        List<Type> types = new ArrayList<>(List.of(Type.getArgumentTypes(call.desc)));
        if (receiver) {
            types.add(0, Type.getObjectType(call.owner));
        }
        if (types.stream().anyMatch(CallArguments::isReference)) {
            method.instructions.insertBefore(call, new CallArguments(method, types).charging());
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

    private InsnList charging() {
        InsnList code = store();
        for (int at = 0; at < types.size(); at++) {
            if (isReference(types.get(at))) {
                code.add(new VarInsnNode(Opcodes.ALOAD, variables.get(at)));
                code.add(call(WorkCost.class, "charge", "(Ljava/lang/Object;)V"));
            }
        }
        for (int at = 0; at < types.size(); at++) {
            code.add(load(at));
        }
        return code;
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
