package org.daylight.rulebase.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds the regular expressions that an author wrote down, so that what is wrong with them is told before they are used. */
final class ExpressionLiterals {
    /** By the method that takes an expression: how many arguments stand behind it. */
    private static final Map<String, Integer> TAKING = Map.of(
            "java/util/regex/Pattern.compile", 0,
            "java/lang/String.matches", 0,
            "java/lang/String.replaceAll", 1,
            "java/lang/String.replaceFirst", 1);

    private ExpressionLiterals() {}

    /** The expression that a call is given, or null where it is computed, or none is expected. */
    static @Nullable String givenTo(MethodInsnNode call) {
        Integer behind = TAKING.get(call.owner + "." + call.name);
        if (behind == null) {
            return null;
        }
        AbstractInsnNode argument = before(call);
        for (int skipped = 0; skipped < behind && argument != null; skipped++) {
            // A constant or a variable; anything longer is looked at when it runs.
            argument = before(argument);
        }
        return argument instanceof LdcInsnNode constant && constant.cst instanceof String text ? text : null;
    }

    private static @Nullable AbstractInsnNode before(AbstractInsnNode instruction) {
        AbstractInsnNode before = instruction.getPrevious();
        while (before != null && before.getOpcode() < 0) {
            before = before.getPrevious();
        }
        return before;
    }

    /** The text as it stands in a rule file. */
    static String asWritten(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
