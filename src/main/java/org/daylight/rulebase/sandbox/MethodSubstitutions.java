package org.daylight.rulebase.sandbox;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.commons.SimpleRemapper;
import org.objectweb.asm.tree.MethodInsnNode;

/** The metered methods that stand in for methods of the Java library whose cost, or whose answer, no rule may leave to chance. */
final class MethodSubstitutions {
    private static final String TEXT = "Ljava/lang/String;";
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String DECIMAL = "Ljava/math/BigDecimal;";
    private static final Set<String> LIKE_MACHINES = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    /** Where a call goes instead. A static method's descriptor begins with what it is called on. */
    private record StandIn(Class<?> owner, String descriptor) {}

    private static final Map<String, StandIn> OF_ONE_TYPE = Map.ofEntries(
            ofText(Meter.class, "matches", "(" + TEXT + ")Z"),
            ofText(Meter.class, "replaceAll", "(" + TEXT + TEXT + ")" + TEXT),
            ofText(Meter.class, "replaceFirst", "(" + TEXT + TEXT + ")" + TEXT),
            ofText(Meter.class, "replace", "(Ljava/lang/CharSequence;Ljava/lang/CharSequence;)" + TEXT),
            ofText(Meter.class, "repeat", "(I)" + TEXT),
            ofText(Meter.class, "toLowerCase", "()" + TEXT),
            ofText(Meter.class, "toUpperCase", "()" + TEXT),
            ofText(WorkCost.class, "contains", "(Ljava/lang/CharSequence;)Z"),
            ofText(WorkCost.class, "indexOf", "(" + TEXT + ")I"),
            ofText(WorkCost.class, "lastIndexOf", "(" + TEXT + ")I"),
            of(
                    "java/util/regex/Pattern",
                    Meter.class,
                    "matcher",
                    "(Ljava/lang/CharSequence;)Ljava/util/regex/Matcher;"),
            of("java/math/BigDecimal", Meter.class, "setScale", "(ILjava/math/RoundingMode;)" + DECIMAL),
            of("java/math/BigDecimal", Meter.class, "setScale", "(I)" + DECIMAL),
            of("java/math/BigDecimal", Meter.class, "divide", "(" + DECIMAL + "ILjava/math/RoundingMode;)" + DECIMAL),
            of("java/lang/StringBuilder", MeteredText.class, "append", "(" + OBJECT + ")Ljava/lang/StringBuilder;"));

    /** Called on whatever collection it may be. */
    private static final Map<String, StandIn> OF_COLLECTIONS = Map.of(
            "addAll(Ljava/util/Collection;)Z",
            new StandIn(Meter.class, "(Ljava/util/Collection;Ljava/util/Collection;)Z"),
            "putAll(Ljava/util/Map;)V",
            new StandIn(Meter.class, "(Ljava/util/Map;Ljava/util/Map;)V"),
            "containsAll(Ljava/util/Collection;)Z",
            new StandIn(WorkCost.class, "(Ljava/util/Collection;Ljava/util/Collection;)Z"),
            "subList(II)Ljava/util/List;",
            new StandIn(WorkCost.class, "(Ljava/util/List;II)Ljava/util/List;"));

    /** Types of the engine for which others stand in, by internal name. */
    private static final Map<String, String> TYPES = Map.of(
            "org/drools/model/operators/MatchesOperator",
            Type.getInternalName(MeteredMatches.class),
            "org/drools/core/base/accumulators/CollectSetAccumulateFunction",
            Type.getInternalName(OrderedSetFunction.class));

    private MethodSubstitutions() {}

    /** The stand-in's name, in the place of each mention of a type for which there is one. */
    static Remapper types() {
        return new SimpleRemapper(Opcodes.ASM9, TYPES);
    }

    private static Map.Entry<String, StandIn> ofText(Class<?> standIn, String name, String descriptor) {
        return of("java/lang/String", standIn, name, descriptor);
    }

    private static Map.Entry<String, StandIn> of(String type, Class<?> standIn, String name, String descriptor) {
        return Map.entry(
                type + "." + name + descriptor, new StandIn(standIn, "(L" + type + ";" + descriptor.substring(1)));
    }

    /** Changes a call in place; false when the method needs nobody to stand in for it. */
    static boolean take(MethodInsnNode call) {
        if (call.owner.equals("java/lang/Math") && LIKE_MACHINES.contains(call.name)) {
            call.owner = "java/lang/StrictMath";
            return true;
        }
        StandIn standIn = find(call);
        if (standIn == null) {
            return false;
        }
        call.name = call.name.equals("valueOf") ? "of" : call.name;
        call.setOpcode(Opcodes.INVOKESTATIC);
        call.owner = Type.getInternalName(standIn.owner());
        call.desc = standIn.descriptor();
        call.itf = false;
        return true;
    }

    private static @Nullable StandIn find(MethodInsnNode call) {
        String signature = call.name + call.desc;
        StandIn standIn = OF_ONE_TYPE.get(call.owner + "." + signature);
        if (standIn == null && call.owner.startsWith("java/util/")) {
            standIn = OF_COLLECTIONS.get(signature);
        }
        return standIn != null ? standIn : text(call);
    }

    private static @Nullable StandIn text(MethodInsnNode call) {
        String signature = call.name + call.desc;
        boolean onObject = call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
        if (signature.equals("toString()" + TEXT) && onObject && !call.owner.startsWith("java/lang/String")) {
            return new StandIn(MeteredText.class, "(" + OBJECT + ")" + TEXT);
        }
        if (call.owner.equals("java/lang/StringBuilder") && signature.startsWith("append(Ljava/lang/CharSequence;)")) {
            return new StandIn(MeteredText.class, "(Ljava/lang/StringBuilder;" + OBJECT + ")Ljava/lang/StringBuilder;");
        }
        if (call.owner.equals("java/lang/String")
                && (call.name.equals("join") || signature.equals("valueOf(" + OBJECT + ")" + TEXT))) {
            return new StandIn(MeteredText.class, call.desc);
        }
        return null;
    }
}
