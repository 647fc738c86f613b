package org.daylight.rulebase.sandbox;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.daylight.rulebase.exact.Exact;
import org.daylight.rulebase.exact.Wide;
import org.drools.core.base.accumulators.BigDecimalMaxAccumulateFunction;
import org.drools.core.base.accumulators.BigDecimalMinAccumulateFunction;
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
    private static final String ACCUMULATORS = "org/drools/core/base/accumulators/";
    /** Functions of {@code Math} that processors compute differently. */
    private static final Set<String> MACHINE_DEPENDENT = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private static final Set<String> EXACT =
            Set.of(Type.getInternalName(Exact.class), Type.getInternalName(Wide.class));

    /** The method that a call goes to instead. A static method's descriptor begins with what it is called on. */
    private record Substitute(Class<?> owner, String descriptor) {}

    /** By type and signature; of collections by the signature alone, for they are called by many types. */
    private static final Map<String, Substitute> SUBSTITUTES = Arrays.stream(MeteredMethods.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .collect(Collectors.toUnmodifiableMap(
                    MethodSubstitutions::replacedSignature,
                    method -> new Substitute(MeteredMethods.class, Type.getMethodDescriptor(method))));

    /** Types of the engine and of Java for which others stand in, by internal name. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            type("org/drools/model/operators/MatchesOperator", MeteredMatches.class),
            type("org/drools/model/operators/InOperator", ExactIn.class),
            type("org/drools/model/operators/ContainsOperator", ExactContains.class),
            type("org/drools/model/operators/ExcludesOperator", ExactExcludes.class),
            type("org/drools/model/operators/MemberOfOperator", ExactMemberOf.class),
            type("org/drools/model/operators/StringStartsWithOperator", TextStartsWith.class),
            type("org/drools/model/operators/StringEndsWithOperator", TextEndsWith.class),
            type("org/drools/model/operators/StringLengthWithOperator", TextLength.class),
            type("org/drools/modelcompiler/util/EvaluationUtil", ExactComparisons.class),
            type(ACCUMULATORS + "IntegerSumAccumulateFunction", IntSum.class),
            type(ACCUMULATORS + "LongSumAccumulateFunction", LongSum.class),
            type(ACCUMULATORS + "SumAccumulateFunction", DecimalSum.class),
            type(ACCUMULATORS + "BigDecimalSumAccumulateFunction", DecimalSum.class),
            type(ACCUMULATORS + "AverageAccumulateFunction", DecimalAverage.class),
            type(ACCUMULATORS + "BigDecimalAverageAccumulateFunction", DecimalAverage.class),
            type(ACCUMULATORS + "NumericMinAccumulateFunction", BigDecimalMinAccumulateFunction.class),
            type(ACCUMULATORS + "NumericMaxAccumulateFunction", BigDecimalMaxAccumulateFunction.class),
            type(ACCUMULATORS + "CollectSetAccumulateFunction", OrderedSetFunction.class),
            type("org/drools/modelcompiler/constraints/GenericCollectAccumulator", CollectedCopy.class),
            type("java/util/regex/Pattern", Pattern.class),
            type("java/util/regex/Matcher", Matcher.class));

    private static Map.Entry<String, String> type(String engines, Class<?> standIn) {
        return Map.entry(engines, Type.getInternalName(standIn));
    }

    private MethodSubstitutions() {}

    /** The stand-in's name, in the place of each mention of a type for which there is one. */
    static Remapper types() {
        return new SimpleRemapper(Opcodes.ASM9, TYPES);
    }

    private static String replacedSignature(Method substitute) {
        Class<?> type = substitute.getParameterTypes()[0];
        Type[] arguments = Type.getArgumentTypes(substitute);
        String signature = substitute.getName()
                + Type.getMethodDescriptor(
                        Type.getReturnType(substitute), Arrays.copyOfRange(arguments, 1, arguments.length));
        boolean collection = Collection.class.isAssignableFrom(type) || type == Map.class;
        return (collection ? signature : Type.getInternalName(type) + "." + signature)
                .replace("com/google/re2j/", "java/util/regex/");
    }

    /** Changes a call in place; returns false when nothing stands in for the method. */
    static boolean substitute(MethodInsnNode call) {
        if (call.owner.equals("java/lang/Math") && MACHINE_DEPENDENT.contains(call.name)) {
            call.owner = "java/lang/StrictMath";
            return true;
        }
        Substitute substitute = find(call);
        if (substitute == null) {
            return false;
        }
        call.name = call.name.equals("valueOf") ? "of" : call.name;
        call.setOpcode(Opcodes.INVOKESTATIC);
        call.owner = Type.getInternalName(substitute.owner());
        call.desc = substitute.descriptor();
        call.itf = false;
        return true;
    }

    /** Whether a type's methods stand for an author's operators and literals. */
    static boolean isExact(String owner) {
        return EXACT.contains(owner);
    }

    private static @Nullable Substitute find(MethodInsnNode call) {
        String signature = call.name + call.desc;
        Substitute substitute = SUBSTITUTES.get(call.owner + "." + signature);
        if (substitute == null && call.owner.startsWith("java/util/")) {
            substitute = SUBSTITUTES.get(signature);
        }
        return substitute != null ? substitute : text(call);
    }

    private static @Nullable Substitute text(MethodInsnNode call) {
        String signature = call.name + call.desc;
        // What holds two numbers or letters is short.
        boolean ofObjects = call.name.equals("plus") && call.desc.startsWith("(Ljava/lang/");
        if (EXACT.contains(call.owner)
                && ofObjects
                && Type.getReturnType(call.desc).getDescriptor().equals(TEXT)) {
            return new Substitute(MeteredText.class, call.desc);
        }
        boolean onObject = call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
        if (signature.equals("toString()" + TEXT) && onObject && !call.owner.startsWith("java/lang/String")) {
            return new Substitute(MeteredText.class, "(" + OBJECT + ")" + TEXT);
        }
        if (call.owner.equals("java/lang/StringBuilder")
                && (signature.startsWith("append(Ljava/lang/CharSequence;)")
                        || signature.startsWith("append(" + OBJECT + ")"))) {
            return new Substitute(
                    MeteredText.class, "(Ljava/lang/StringBuilder;" + OBJECT + ")Ljava/lang/StringBuilder;");
        }
        if (call.owner.equals("java/lang/String")
                && (call.name.equals("join") || signature.equals("valueOf(" + OBJECT + ")" + TEXT))) {
            return new Substitute(MeteredText.class, call.desc);
        }
        return null;
    }
}
