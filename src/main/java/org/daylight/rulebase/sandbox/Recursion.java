package org.daylight.rulebase.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.daylight.problem.ProblemCode;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Refuses code that calls itself, directly or in a circle. How deep a stack goes differs from machine to machine, so recursion
 * could not be stopped at the same step everywhere.
 */
final class Recursion {
    /** Methods that may call a lambda, and the method of the lambda's interface that they call. */
    private static final Map<String, String> CALLBACKS =
            Map.of("run", "run", "compare", "compare", "sort", "compare", "max", "compare", "min", "compare");

    private final Map<String, Set<String>> lambdas = new HashMap<>();
    private final Map<String, Set<String>> calls = new HashMap<>();
    private final SortedMap<String, CodeProblem> problems = new TreeMap<>();

    private Recursion() {}

    static List<CodeProblem> find(List<ClassNode> classes) {
        Recursion recursion = new Recursion();
        Set<String> own = new HashSet<>();
        classes.forEach(code -> own.add(code.name));
        classes.forEach(recursion::noteLambdas);
        for (ClassNode code : classes) {
            for (MethodNode method : code.methods) {
                // A bridge is named like the method it leads to.
                if ((method.access & Opcodes.ACC_BRIDGE) == 0) {
                    recursion.note(code, method, own);
                }
            }
        }
        return recursion.problems.entrySet().stream()
                .filter(method -> recursion.reachesItself(method.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String key(String owner, String name, String descriptor) {
        return owner + "." + name + descriptor;
    }

    private void noteLambdas(ClassNode code) {
        for (MethodNode method : code.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof InvokeDynamicInsnNode dynamic
                        && dynamic.bsmArgs.length > 1
                        && dynamic.bsmArgs[1] instanceof Handle body) {
                    lambdas.computeIfAbsent(dynamic.name, name -> new TreeSet<>())
                            .add(key(body.getOwner(), body.getName(), body.getDesc()));
                }
            }
        }
    }

    private void note(ClassNode code, MethodNode method, Set<String> own) {
        String key = key(code.name, method.name, method.desc);
        Set<String> called = new TreeSet<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call && own.contains(call.owner)) {
                called.add(key(call.owner, call.name, call.desc));
            } else if (instruction instanceof MethodInsnNode call) {
                String callback = CALLBACKS.get(call.name);
                called.addAll(callback == null ? Set.of() : lambdas.getOrDefault(callback, Set.of()));
            } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                for (Object argument : dynamic.bsmArgs) {
                    if (argument instanceof Handle handle && own.contains(handle.getOwner())) {
                        called.add(key(handle.getOwner(), handle.getName(), handle.getDesc()));
                    }
                }
            }
        }
        calls.put(key, called);
        boolean lambda = method.name.startsWith(Lambdas.BODY);
        problems.put(
                key,
                new CodeProblem(
                        ProblemCode.RECURSION,
                        code.name,
                        Lambdas.outermost(code, method.name),
                        lambda ? "->" : method.name,
                        lambda
                                ? "a function as a value, which calls itself"
                                : "`" + method.name + "`, which calls itself",
                        null));
    }

    private boolean reachesItself(String method) {
        Set<String> seen = new HashSet<>();
        List<String> pending = new ArrayList<>(calls.getOrDefault(method, Set.of()));
        while (!pending.isEmpty()) {
            String next = pending.remove(pending.size() - 1);
            if (next.equals(method)) {
                return true;
            }
            if (seen.add(next)) {
                pending.addAll(calls.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}
