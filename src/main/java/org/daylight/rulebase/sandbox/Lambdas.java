package org.daylight.rulebase.sandbox;

import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which method a lambda was written in: the compiler makes a method of its own of each. */
final class Lambdas {
    private static final String BODY = "lambda$";

    private Lambdas() {}

    /** The method itself when it is no lambda's body. */
    static String outermost(ClassNode code, String method) {
        String outer = method;
        for (int depth = 0; outer.startsWith(BODY) && depth < code.methods.size(); depth++) {
            outer = around(code, outer);
        }
        return outer;
    }

    private static String around(ClassNode code, String body) {
        for (MethodNode method : code.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof InvokeDynamicInsnNode dynamic
                        && dynamic.bsmArgs.length > 1
                        && dynamic.bsmArgs[1] instanceof Handle handle
                        && handle.getName().equals(body)
                        && !method.name.startsWith("$deserializeLambda$")) {
                    return method.name;
                }
            }
        }
        return body;
    }
}
