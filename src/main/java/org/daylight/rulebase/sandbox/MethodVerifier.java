package org.daylight.rulebase.sandbox;

import java.util.Set;
import java.util.regex.Pattern;
import org.daylight.problem.ProblemCode;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Checks every instruction of one method against its list. */
record MethodVerifier(Verifier verifier, ClassNode code, MethodNode method, AllowList allowList) {
    private static final Set<String> BOOTSTRAPS = Set.of(
            "java/lang/invoke/LambdaMetafactory",
            "java/lang/invoke/StringConcatFactory",
            "java/lang/runtime/ObjectMethods",
            "java/lang/runtime/SwitchBootstraps");
    private static final Pattern SHORT_DECIMAL = Pattern.compile("-?\\d{1,34}(\\.\\d{1,34})?");
    /** What a decimal literal becomes; one that is too long is told where it stands. */
    private static final Pattern LITERAL = Pattern.compile("[\\d.eE+-]+");

    private static final Set<String> SELF_RUNNING = Set.of("finalize", "readObject", "readResolve", "writeReplace");

    /**
     * Interfaces that a lambda of an author may be: who else calls them cannot be followed. Nothing that rules may use calls a
     * supplier; the engine's generator hands one to {@code collect}.
     */
    private static final Set<String> LAMBDAS =
            Set.of("java/lang/Runnable", "java/util/Comparator", "java/util/function/Supplier");

    void verify() {
        if (SELF_RUNNING.contains(method.name)
                || (method.access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0) {
            forbidConstruct(method.name, "a method that the JVM runs or locks by itself");
        }
        method.instructions.forEach(this::verify);
        method.tryCatchBlocks.forEach(this::verify);
    }

    private void verify(AbstractInsnNode instruction) {
        if (ExactInstructions.isBinary(instruction)) {
            String called = instruction instanceof MethodInsnNode call ? call.name : "double";
            forbidConstruct(called, "what counts in binary fractions (`double`, `float`, or a method of theirs)");
        } else if (ExactInstructions.isShift(instruction) && !CodeOrigin.isGenerated(allowList)) {
            forbidConstruct("<<", "a shift of binary digits");
        }
        // Of NEW nothing is verified: the constructor's call is, and nothing else can be done with what NEW leaves.
        if (instruction instanceof MethodInsnNode call) {
            verifyCall(call.owner, call.name, call.desc);
            verifyDecimal(call);
            verifyExpression(call);
        } else if (instruction instanceof FieldInsnNode field) {
            verifyField(field);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            verifyDynamic(dynamic);
        } else if (instruction instanceof LdcInsnNode constant) {
            if (constant.cst instanceof ConstantDynamic || constant.cst instanceof Handle) {
                forbidConstruct("a dynamic constant", "a dynamic constant");
            }
        } else if (instruction instanceof MultiANewArrayInsnNode) {
            forbidConstruct("a nested array", "an array of arrays");
        } else if (instruction.getOpcode() == Opcodes.MONITORENTER) {
            forbidConstruct("synchronized", "a lock");
        }
    }

    /** A handler that guards itself would loop without end when it rethrows an error. */
    private void verify(TryCatchBlockNode handler) {
        int at = method.instructions.indexOf(handler.handler);
        if (method.instructions.indexOf(handler.start) <= at && at < method.instructions.indexOf(handler.end)) {
            forbidConstruct("catch", "a handler that guards itself");
        }
    }

    private void verifyCall(String owner, String name, String descriptor) {
        if (owner.startsWith("[")) {
            if (!name.equals("clone") || !CodeOrigin.isGenerated(allowList)) {
                forbidCall(name, "a call on an array");
            }
            return;
        }
        String declaring = verifier.declaring(owner, name, descriptor);
        if (allowList == CodeOrigin.BUILDING
                && verifier.isOwn(declaring)
                && !verifier.origin().isForBuilding(code, declaring, name)) {
            forbidCall(name, "`" + name + "`, which would run while the scheme is built,");
        }
        if (!verifier.isOwn(declaring)
                && !allowList.allowsMethod(declaring, name, descriptor)
                && !CodeOrigin.makesListOfRules(code, method, declaring, name)) {
            String called = name.equals("<init>") ? declaring.substring(declaring.lastIndexOf('/') + 1) : name;
            forbidCall(called, shown(declaring, name));
        }
    }

    /** A decimal may be written down, but not made from a text that only turns up while rules run: that costs its square. */
    private void verifyDecimal(MethodInsnNode call) {
        boolean isMade = call.owner.equals("java/math/BigDecimal") && call.name.equals("<init>");
        boolean isLiteral = MethodSubstitutions.isExact(call.owner) && call.name.equals("literal");
        boolean isConstant = call.getPrevious() instanceof LdcInsnNode constant
                && constant.cst instanceof String text
                && (isLiteral ? LITERAL : SHORT_DECIMAL).matcher(text).matches();
        if ((isMade || isLiteral) && !isConstant) {
            forbidCall("BigDecimal", "a decimal made from text; use `BigDecimal.valueOf`");
        }
    }

    private void verifyExpression(MethodInsnNode call) {
        String expression = ExpressionLiterals.givenTo(call);
        if (expression != null) {
            try {
                LinearExpression.of(expression);
            } catch (UnusableExpressionException unusable) {
                verifier.report(
                        new CodeProblem(
                                ProblemCode.BAD_EXPRESSION,
                                code.name,
                                method.name,
                                ExpressionLiterals.asWritten(expression),
                                String.valueOf(unusable.getMessage()),
                                unusable.fix()),
                        code);
            }
        }
    }

    private void verifyField(FieldInsnNode field) {
        boolean own = verifier.isOwn(field.owner);
        if (verifier.isOwnEnum(field.owner) && field.getOpcode() == Opcodes.PUTFIELD && !method.name.equals("<init>")) {
            forbidConstruct(field.name, "a change to a declared choice, which would outlive the assessment");
        }
        if (own && field.getOpcode() == Opcodes.PUTSTATIC && !isOwnInitialiser(field)) {
            forbidConstruct(field.name, "a static field, which would outlive the assessment");
        } else if (!own && !allowList.allowsField(field.owner, field.name)) {
            forbidCall(field.name, shown(field.owner, field.name));
        }
    }

    /** A class's own initialiser, or the cache that a compiler keeps of a declared enum's constants. */
    private boolean isOwnInitialiser(FieldInsnNode field) {
        return field.owner.equals(code.name)
                && (method.name.equals("<clinit>")
                        || method.name.startsWith("$SWITCH_TABLE$")
                        || field.name.startsWith("$SWITCH"));
    }

    private void verifyDynamic(InvokeDynamicInsnNode dynamic) {
        String bootstrap = dynamic.bsm.getOwner();
        if (!BOOTSTRAPS.contains(bootstrap)) {
            forbidConstruct(bootstrap, "a dynamic call");
        }
        boolean lambda = bootstrap.equals("java/lang/invoke/LambdaMetafactory");
        String functionType = Type.getReturnType(dynamic.desc).getInternalName();
        if (lambda && !CodeOrigin.isGenerated(allowList) && !LAMBDAS.contains(functionType)) {
            forbidConstruct("->", "a function as a value");
        }
        for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle) {
                boolean constructor = handle.getTag() == Opcodes.H_NEWINVOKESPECIAL;
                if (!CodeOrigin.isGenerated(allowList) && !constructor && !verifier.isOwn(handle.getOwner())) {
                    forbidConstruct("::", "a method as a value");
                }
                verifyCall(handle.getOwner(), handle.getName(), handle.getDesc());
            } else if (argument instanceof ConstantDynamic) {
                forbidConstruct("a dynamic constant", "a dynamic constant");
            }
        }
    }

    private void forbidConstruct(String called, String message) {
        verifier.report(ProblemCode.FORBIDDEN_CONSTRUCT, code, method.name, called, message);
    }

    private void forbidCall(String called, String message) {
        verifier.report(ProblemCode.FORBIDDEN_CALL, code, method.name, called, message);
    }

    /** Names a member as authors do, such as {@code `System.exit`}. */
    private static String shown(String type, String member) {
        String simple = type.substring(type.lastIndexOf('/') + 1).replace('$', '.');
        return "`" + (member.equals("<init>") ? "new " + simple : simple + "." + member) + "`";
    }
}
