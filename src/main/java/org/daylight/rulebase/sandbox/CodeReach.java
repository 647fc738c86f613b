package org.daylight.rulebase.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Follows code from method to method inside the classes of one scheme. */
final class CodeReach {
    private final Map<String, ClassNode> classes = new HashMap<>();
    private final Map<String, Code> methods = new HashMap<>();

    /** A method and its class. */
    record Code(ClassNode owner, MethodNode method) {
        /** What the method does, in order. */
        Iterable<AbstractInsnNode> instructions() {
            return method.instructions;
        }
    }

    CodeReach(List<ClassNode> classes) {
        for (ClassNode owner : classes) {
            this.classes.put(owner.name, owner);
            owner.methods.forEach(
                    method -> methods.put(key(owner.name, method.name, method.desc), new Code(owner, method)));
        }
    }

    private static String key(String owner, String name, String descriptor) {
        return owner + "." + name + descriptor;
    }

    /**
     * The methods and all that they call or hand to the engine: a lambda that stands alone in a class of its own is reached with
     * the class, whoever calls it.
     */
    List<Code> from(List<Code> begin) {
        Map<String, Code> reached = new LinkedHashMap<>();
        Deque<Code> pending = new ArrayDeque<>(begin);
        while (!pending.isEmpty()) {
            Code next = pending.remove();
            if (reached.putIfAbsent(key(next.owner().name, next.method().name, next.method().desc), next) == null) {
                next.instructions().forEach(instruction -> follow(instruction, pending));
            }
        }
        return List.copyOf(reached.values());
    }

    /** The method of the scheme that a call comes to, if it is one. */
    Optional<Code> method(MethodInsnNode call) {
        return method(call.owner, call.name, call.desc);
    }

    private void follow(AbstractInsnNode instruction, Deque<Code> pending) {
        if (instruction instanceof MethodInsnNode call) {
            method(call).ifPresent(pending::add);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            for (Object argument : dynamic.bsmArgs) {
                if (argument instanceof Handle handle) {
                    method(handle.getOwner(), handle.getName(), handle.getDesc())
                            .ifPresent(pending::add);
                    lambda(handle.getOwner(), pending);
                }
            }
        } else if (instruction instanceof FieldInsnNode field) {
            lambda(field.owner, pending);
        }
    }

    private void lambda(String owner, Deque<Code> pending) {
        ClassNode lambda = classes.get(owner);
        if (lambda != null && CodeOrigin.isLambda(owner)) {
            lambda.methods.forEach(method -> pending.add(new Code(lambda, method)));
        }
    }

    /** The method of the scheme that a call comes to; a method of a declared type may stand in one that the type extends. */
    private Optional<Code> method(String owner, String name, String descriptor) {
        ClassNode type = classes.get(owner);
        while (type != null) {
            Code code = methods.get(key(type.name, name, descriptor));
            if (code != null) {
                return Optional.of(code);
            }
            type = classes.get(type.superName);
        }
        return Optional.empty();
    }
}
