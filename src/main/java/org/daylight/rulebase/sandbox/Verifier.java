package org.daylight.rulebase.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.objectweb.asm.tree.TypeInsnNode;

/** Checks every instruction of every class of a scheme against the lists. */
final class Verifier {
    private static final Set<String> BOOTSTRAPS = Set.of(
            "java/lang/invoke/LambdaMetafactory",
            "java/lang/invoke/StringConcatFactory",
            "java/lang/runtime/ObjectMethods",
            "java/lang/runtime/SwitchBootstraps");
    private static final Set<String> SELF_RUNNING = Set.of("finalize", "readObject", "readResolve", "writeReplace");

    /**
     * Interfaces that a lambda of an author may be: who else calls them cannot be followed. Nothing that rules may use calls a
     * supplier; the engine's generator hands one to {@code collect}.
     */
    private static final Set<String> LAMBDAS =
            Set.of("java/lang/Runnable", "java/util/Comparator", "java/util/function/Supplier");

    private final Authored authored;
    private final CodeOrigin origin;
    private final Map<String, ClassNode> classes = new HashMap<>();
    private final List<CodeProblem> problems = new ArrayList<>();
    private final Set<List<String>> told = new HashSet<>();

    private Verifier(Authored authored, List<ClassNode> classes) {
        this.authored = authored;
        this.origin = new CodeOrigin(authored);
        classes.forEach(classNode -> this.classes.put(classNode.name, classNode));
    }

    /** What is wrong, in the order of classes and instructions. */
    static List<CodeProblem> verify(Authored authored, List<ClassNode> classes) {
        Verifier verifier = new Verifier(authored, classes);
        classes.forEach(verifier::verify);
        return verifier.problems;
    }

    private void verify(ClassNode code) {
        if (!code.name.startsWith(authored.packageName() + "/")) {
            report(ProblemCode.FOREIGN_CLASS, code, "", code.name, "a class outside the scheme's package");
            return;
        }
        if (!origin.isExpected(code.name)) {
            report(ProblemCode.FORBIDDEN_CONSTRUCT, code, "", "class", "a class of its own");
            return;
        }
        for (MethodNode method : code.methods) {
            if (SELF_RUNNING.contains(method.name)
                    || (method.access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0) {
                report(
                        ProblemCode.FORBIDDEN_CONSTRUCT,
                        code,
                        method.name,
                        method.name,
                        "a method that the JVM runs or locks by itself");
            }
            AllowList list = origin.list(code, method);
            for (AbstractInsnNode instruction : method.instructions) {
                verify(code, method, instruction, list);
            }
            verifyHandlers(code, method);
        }
    }

    /** A handler that guards itself would turn round without end when it passes an error on. */
    private void verifyHandlers(ClassNode code, MethodNode method) {
        for (TryCatchBlockNode handler : method.tryCatchBlocks) {
            int at = method.instructions.indexOf(handler.handler);
            if (method.instructions.indexOf(handler.start) <= at && at < method.instructions.indexOf(handler.end)) {
                report(ProblemCode.FORBIDDEN_CONSTRUCT, code, method.name, "catch", "a handler that guards itself");
            }
        }
    }

    private void verify(ClassNode code, MethodNode method, AbstractInsnNode instruction, AllowList list) {
        if (instruction instanceof MethodInsnNode call) {
            verifyCall(code, method, call.owner, call.name, call.desc, list);
            verifyConstant(code, method, call);
        } else if (instruction instanceof FieldInsnNode field) {
            verifyField(code, method, field, list);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            verifyDynamic(code, method, dynamic, list);
        } else if (instruction instanceof LdcInsnNode constant) {
            if (constant.cst instanceof ConstantDynamic || constant.cst instanceof Handle) {
                report(ProblemCode.FORBIDDEN_CONSTRUCT, code, method.name, "a dynamic constant", "a dynamic constant");
            }
        } else if (instruction instanceof MultiANewArrayInsnNode || instruction.getOpcode() == Opcodes.MONITORENTER) {
            boolean lock = instruction.getOpcode() == Opcodes.MONITORENTER;
            report(
                    ProblemCode.FORBIDDEN_CONSTRUCT,
                    code,
                    method.name,
                    lock ? "synchronized" : "a nested array",
                    lock ? "a lock" : "an array of arrays");
        } else if (instruction instanceof TypeInsnNode type && type.getOpcode() == Opcodes.NEW) {
            // The constructor's call is verified as a call; nothing else can be done with what NEW leaves.
            return;
        }
    }

    private void verifyCall(
            ClassNode code, MethodNode method, String owner, String name, String descriptor, AllowList list) {
        if (owner.startsWith("[")) {
            if (!name.equals("clone") || list != CodeOrigin.GENERATED) {
                report(ProblemCode.FORBIDDEN_CALL, code, method.name, name, "a call on an array");
            }
            return;
        }
        String declaring = declaring(owner, name, descriptor);
        if (!classes.containsKey(declaring)
                && !list.allowsMethod(declaring, name, descriptor)
                && !CodeOrigin.listsTheRules(code, method, declaring, name)) {
            String called = name.equals("<init>") ? declaring.substring(declaring.lastIndexOf('/') + 1) : name;
            report(ProblemCode.FORBIDDEN_CALL, code, method.name, called, "`" + shown(declaring, name) + "`");
        }
    }

    /** The class that has the method: the scheme's own, or the first one outside that a class of the scheme extends. */
    private String declaring(String owner, String name, String descriptor) {
        String type = owner;
        while (classes.containsKey(type)) {
            ClassNode own = classes.get(type);
            if (own.methods.stream()
                    .anyMatch(methodNode -> methodNode.name.equals(name) && methodNode.desc.equals(descriptor))) {
                return type;
            }
            type = own.superName;
        }
        return type;
    }

    /** A decimal may be written down, but not made from a text that only turns up while rules run. */
    private void verifyConstant(ClassNode code, MethodNode method, MethodInsnNode call) {
        if (call.owner.equals("java/math/BigDecimal") && call.name.equals("<init>")) {
            boolean written = call.getPrevious() instanceof LdcInsnNode constant
                    && constant.cst instanceof String text
                    && text.matches("-?\\d{1,34}(\\.\\d{1,34})?");
            if (!written) {
                report(
                        ProblemCode.FORBIDDEN_CALL,
                        code,
                        method.name,
                        "BigDecimal",
                        "a decimal made from text; use `BigDecimal.valueOf`");
            }
        }
    }

    private void verifyField(ClassNode code, MethodNode method, FieldInsnNode field, AllowList list) {
        boolean own = classes.containsKey(field.owner);
        ClassNode owner = classes.get(field.owner);
        if (owner != null
                && field.getOpcode() == Opcodes.PUTFIELD
                && (owner.access & Opcodes.ACC_ENUM) != 0
                && !method.name.equals("<init>")) {
            report(
                    ProblemCode.FORBIDDEN_CONSTRUCT,
                    code,
                    method.name,
                    field.name,
                    "a change to a declared choice, which would outlive the assessment");
        }
        if (own && field.getOpcode() == Opcodes.PUTSTATIC && !isOwnInitialiser(code, method, field)) {
            report(
                    ProblemCode.FORBIDDEN_CONSTRUCT,
                    code,
                    method.name,
                    field.name,
                    "a static field, which would outlive the assessment");
        } else if (!own && !list.allowsField(field.owner, field.name)) {
            report(
                    ProblemCode.FORBIDDEN_CALL,
                    code,
                    method.name,
                    field.name,
                    "`" + shown(field.owner, field.name) + "`");
        }
    }

    /** A class's own initialiser, or the cache that a compiler keeps of a declared enum's constants. */
    private static boolean isOwnInitialiser(ClassNode code, MethodNode method, FieldInsnNode field) {
        return field.owner.equals(code.name)
                && (method.name.equals("<clinit>")
                        || method.name.startsWith("$SWITCH_TABLE$")
                        || field.name.startsWith("$SWITCH"));
    }

    private void verifyDynamic(ClassNode code, MethodNode method, InvokeDynamicInsnNode dynamic, AllowList list) {
        if (!BOOTSTRAPS.contains(dynamic.bsm.getOwner())) {
            report(ProblemCode.FORBIDDEN_CONSTRUCT, code, method.name, dynamic.bsm.getOwner(), "a dynamic call");
        }
        boolean lambda = dynamic.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory");
        String made = Type.getReturnType(dynamic.desc).getInternalName();
        if (lambda && list != CodeOrigin.GENERATED && !LAMBDAS.contains(made)) {
            report(ProblemCode.FORBIDDEN_CONSTRUCT, code, method.name, "->", "a function as a value");
        }
        for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle) {
                boolean constructor = handle.getTag() == Opcodes.H_NEWINVOKESPECIAL;
                if (list != CodeOrigin.GENERATED && !constructor && !classes.containsKey(handle.getOwner())) {
                    report(ProblemCode.FORBIDDEN_CONSTRUCT, code, method.name, "::", "a method as a value");
                }
                verifyCall(code, method, handle.getOwner(), handle.getName(), handle.getDesc(), list);
            } else if (argument instanceof ConstantDynamic) {
                report(ProblemCode.FORBIDDEN_CONSTRUCT, code, method.name, "a dynamic constant", "a dynamic constant");
            }
        }
    }

    private void report(ProblemCode problem, ClassNode code, String method, String called, String message) {
        if (!told.add(List.of(code.name, method, message))) {
            return;
        }
        problems.add(new CodeProblem(problem, code.name, Lambdas.outermost(code, method), called, message));
    }

    /** Such as {@code System.exit}. */
    private static String shown(String type, String member) {
        String simple = type.substring(type.lastIndexOf('/') + 1).replace('$', '.');
        return member.equals("<init>") ? "new " + simple : simple + "." + member;
    }
}
