package org.daylight.rulebase.sandbox;

import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the method that a lambda was written in, for the compiler makes a method of its own of each. */
final class Lambdas {
    /** Begins the name of a method that the compiler makes of a lambda. */
    static final String BODY = "lambda$";

    private Lambdas() {}

    /** The name of the method in which a lambda's body was written; of another method the name itself. */
    static String outermost(ClassNode code, String method) {
        String outer = method;
        for (int depth = 0; outer.startsWith(BODY) && depth < code.methods.size(); depth++) {
            outer = enclosing(code, outer);
        }
        return outer;
    }

    private static String enclosing(ClassNode code, String body) {
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
