package org.daylight.rulebase.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.daylight.problem.ProblemCode;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Refuses code that makes what only a statement, a table or a question can bring: events, facts, parameters and requests, and all
 * that extends them. What a rule may insert is what it has made, so it cannot make conduct.
 */
final class MadeInputs {
    private static final String VOCABULARY = "org/daylight/vocabulary/";

    private final Map<String, String> superTypes = new HashMap<>();

    private MadeInputs(List<ClassNode> classes) {
        classes.forEach(code -> superTypes.put(code.name, code.superName));
    }

    static List<CodeProblem> find(List<ClassNode> classes) {
        MadeInputs inputs = new MadeInputs(classes);
        List<CodeProblem> problems = new ArrayList<>();
        for (ClassNode code : classes) {
            for (MethodNode method : code.methods) {
                Stream.of(method.instructions.toArray())
                        .flatMap(MadeInputs::made)
                        .filter(inputs::isInput)
                        .distinct()
                        .forEach(type -> problems.add(problem(code, method, type)));
            }
        }
        return problems;
    }

    private static Stream<String> made(AbstractInsnNode instruction) {
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return Stream.of(dynamic.bsmArgs)
                    .filter(argument -> argument instanceof Handle handle
                            && handle.getName().equals("<init>"))
                    .map(argument -> ((Handle) argument).getOwner());
        }
        return instruction.getOpcode() == Opcodes.NEW ? Stream.of(((TypeInsnNode) instruction).desc) : Stream.empty();
    }

    private boolean isInput(String type) {
        String next = type;
        while (superTypes.containsKey(next)) {
            next = superTypes.get(next);
        }
        return next.startsWith(VOCABULARY);
    }

    private static CodeProblem problem(ClassNode code, MethodNode method, String type) {
        String simple = type.substring(type.lastIndexOf('/') + 1);
        return new CodeProblem(
                ProblemCode.INPUT_MADE,
                code.name,
                Lambdas.outermost(code, method.name),
                simple,
                "a `" + simple + "` that nobody stated",
                "a rule concludes; insert a declared type of your own that extends nothing");
    }
}
