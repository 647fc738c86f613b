package org.daylight.rulebase.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds what a method changes that outlives the call: data, fields of declared types, collections, arrays and texts under
 * construction. What the method itself has made is its own to change.
 */
final class Effects {
    private static final Set<String> VERBS =
            Set.of("org/daylight/vocabulary/ScoreActions", "org/daylight/vocabulary/DecisionActions");
    private static final Set<String> CHANGES = Set.of("insert", "insertLogical", "update", "delete");
    private static final Set<String> MUTATORS = Set.of(
            "add",
            "addAll",
            "put",
            "putAll",
            "set",
            "remove",
            "removeAll",
            "retainAll",
            "clear",
            "sort",
            "append",
            "insert",
            "reverse",
            "setValue",
            "setLength",
            "merge",
            "replaceAll",
            "putIfAbsent",
            "removeIf");
    private static final Set<String> STATIC_MUTATORS = Set.of("sort", "reverse", "addAll", "swap", "fill");

    private final Freshness freshness;
    private final Set<String> facts;
    private final List<Effect> found = new ArrayList<>();

    /**
     * One change.
     *
     * @param what such as {@code a change of `n`}
     * @param called the word in the author's text
     * @param verb whether it is a verb of the vocabulary, which changes no data
     */
    record Effect(String what, String called, boolean verb) {}

    private Effects(Freshness freshness, Set<String> facts) {
        this.freshness = freshness;
        this.facts = facts;
    }

    /**
     * The effects of one method; not those of the methods it calls.
     *
     * @param facts internal names of declared types
     */
    static List<Effect> of(CodeReach reach, CodeReach.Code code, Set<String> facts) {
        if (facts.contains(code.owner().name)) {
            // A type's own methods change its own fields; who calls them is asked.
            return List.of();
        }
        Effects effects = new Effects(Freshness.in(reach, code), facts);
        code.instructions().forEach(effects::look);
        return effects.found;
    }

    private void look(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            call(call);
        } else if (instruction instanceof FieldInsnNode field
                && field.getOpcode() == Opcodes.PUTFIELD
                && facts.contains(field.owner)
                && !freshness.isMade(field, 1)) {
            found.add(new Effect("a change of `" + field.name + "`", field.name, false));
        } else if (instruction.getOpcode() >= Opcodes.IASTORE
                && instruction.getOpcode() <= Opcodes.SASTORE
                && !freshness.isMade(instruction, 2)) {
            found.add(new Effect("a change of an array that was made elsewhere", "[", false));
        }
    }

    private void call(MethodInsnNode call) {
        int arguments = Type.getArgumentTypes(call.desc).length;
        boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
        boolean collection = call.owner.startsWith("java/util/") || call.owner.equals("java/lang/StringBuilder");
        if (call.owner.equals("org/drools/model/Drools") && CHANGES.contains(call.name)) {
            found.add(new Effect("`" + call.name + "`", call.name, false));
        } else if (VERBS.contains(call.owner)) {
            found.add(new Effect("`" + call.name + "`", call.name, true));
        } else if (facts.contains(call.owner) && call.name.startsWith("set") && !freshness.isMade(call, arguments)) {
            String field = call.name.equals("setValue") ? "a field" : "`" + field(call.name) + "`";
            found.add(new Effect("a change of " + field, call.name, false));
        } else if (collection
                && isStatic
                && STATIC_MUTATORS.contains(call.name)
                && !freshness.isMade(call, arguments - 1)) {
            found.add(new Effect("`" + call.name + "` of a collection that was made elsewhere", call.name, false));
        } else if (collection && !isStatic && MUTATORS.contains(call.name) && !freshness.isMade(call, arguments)) {
            found.add(new Effect("`" + call.name + "` to a collection that was made elsewhere", call.name, false));
        }
    }

    private static String field(String setter) {
        return setter.substring(3, Math.min(4, setter.length())).toLowerCase(Locale.ROOT)
                + setter.substring(Math.min(4, setter.length()));
    }
}
