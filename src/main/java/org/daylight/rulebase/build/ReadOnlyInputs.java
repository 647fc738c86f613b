package org.daylight.rulebase.build;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.RuleText;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Problems;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Refuses rules that change what was stated: no author's code may call a setter of a declared event, fact, parameter or request.
 * Read from the compiled code, where {@code modify} and every other way to write the same thing look alike.
 */
final class ReadOnlyInputs {
    private final Set<String> inputs = new HashSet<>();
    private final Map<String, RuleText> ruleByClass;
    private final Problems problems;

    ReadOnlyInputs(BuildInput input, Map<String, RuleText> ruleByClass, Problems problems) {
        this.ruleByClass = ruleByClass;
        this.problems = problems;
        for (DeclaredType type : input.source().types().byName().values()) {
            if (type.kind() != DeclaredType.Kind.DERIVED) {
                inputs.add(input.scheme().packageName() + "/" + type.name());
            }
        }
    }

    void check(List<ClassNode> classes) {
        classes.stream().filter(code -> !inputs.contains(code.name)).forEach(this::check);
    }

    private void check(ClassNode code) {
        for (MethodNode method : code.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof MethodInsnNode call
                        && inputs.contains(call.owner)
                        && call.name.startsWith("set")) {
                    report(code, call.owner, field(call.name));
                } else if (instruction instanceof FieldInsnNode assignment
                        && assignment.getOpcode() == Opcodes.PUTFIELD
                        && inputs.contains(assignment.owner)) {
                    report(code, assignment.owner, assignment.name);
                }
            }
        }
    }

    /** The field that a setter sets. */
    private static String field(String setter) {
        return setter.substring(3, 4).toLowerCase(Locale.ROOT) + setter.substring(4);
    }

    private void report(ClassNode code, String owner, String field) {
        RuleText rule = ruleByClass.get(code.name);
        String type = "`" + owner.substring(owner.lastIndexOf('/') + 1) + "`";
        problems.error(
                ProblemCode.INPUT_CHANGED,
                rule == null ? Place.FOLDER : rule.place(),
                (rule == null ? "a rule" : "`" + rule.name() + "`") + " changes `"
                        + field + "` of a " + type
                        + ", which was stated and is not a rule's to change",
                "insert a declared type of your own instead");
    }
}
