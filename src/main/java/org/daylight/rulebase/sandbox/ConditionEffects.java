package org.daylight.rulebase.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.daylight.problem.ProblemCode;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Refuses effects where none may be: conditions, what they call, and all else that the engine runs outside a consequence. It tries
 * conditions as often and in such an order as it likes.
 */
final class ConditionEffects {
    private static final String FIX =
            "a condition, and a function that conditions call, looks and changes nothing; change data behind `then`, and"
                    + " collections in a copy, `new java.util.ArrayList( … )`";

    private final CodeReach reach;
    private final Set<String> facts;

    private ConditionEffects(CodeReach reach, Set<String> facts) {
        this.reach = reach;
        this.facts = facts;
    }

    static List<CodeProblem> find(List<ClassNode> classes) {
        CodeReach reach = new CodeReach(classes);
        ConditionEffects effects = new ConditionEffects(reach, CodeOrigin.facts(classes));
        Set<CodeProblem> problems = new LinkedHashSet<>();
        for (CodeReach.Code code : reach.from(conditions(classes))) {
            effects.of(code).forEach(problems::add);
        }
        return List.copyOf(problems);
    }

    private List<CodeProblem> of(CodeReach.Code code) {
        return Effects.of(reach, code, facts).stream()
                .map(effect -> new CodeProblem(
                        ProblemCode.EFFECT_IN_CONDITION,
                        code.owner().name,
                        Lambdas.outermost(code.owner(), code.method().name),
                        effect.called(),
                        effect.what(),
                        FIX))
                .toList();
    }

    /** The methods that the engine calls outside consequences. */
    private static List<CodeReach.Code> conditions(List<ClassNode> classes) {
        List<CodeReach.Code> conditions = new ArrayList<>();
        for (ClassNode owner : classes) {
            for (MethodNode method : owner.methods) {
                if (CodeOrigin.isLambda(owner.name) && !CodeOrigin.isConsequence(owner.name)) {
                    conditions.add(new CodeReach.Code(owner, method));
                } else if (CodeOrigin.isModel(owner)) {
                    method.instructions.forEach(instruction -> suppliers(instruction, owner, conditions));
                }
            }
        }
        return conditions;
    }

    /** Adds the lambda that an instruction of the model hands to the engine, unless it is a consequence. */
    private static void suppliers(AbstractInsnNode instruction, ClassNode owner, List<CodeReach.Code> conditions) {
        if (instruction instanceof InvokeDynamicInsnNode dynamic
                && Type.getReturnType(dynamic.desc).getInternalName().startsWith("org/drools/model/functions/")
                && !Type.getReturnType(dynamic.desc).getInternalName().contains("/Block")
                && dynamic.bsmArgs.length > 1
                && dynamic.bsmArgs[1] instanceof Handle body) {
            owner.methods.stream()
                    .filter(method -> method.name.equals(body.getName()) && method.desc.equals(body.getDesc()))
                    .forEach(method -> conditions.add(new CodeReach.Code(owner, method)));
        }
    }
}
