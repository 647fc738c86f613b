package org.daylight.rulebase.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daylight.problem.ProblemCode;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Has each assessment compute anew what the generator would have computed once, while the rules are built, and shared by all: the
 * source of a {@code from} without bound values, and a salience without them. What the author wrote becomes a method of its own, and
 * the engine is handed that instead of the value.
 */
final class LateValues {
    private static final String DSL = "org/drools/modelcompiler/dsl/pattern/D";
    private static final String FUNCTION = "org/drools/model/functions/Function0";
    /** The calls that take a value, and what each returns. */
    private static final Map<String, String> TAKERS =
            Map.of("from", "Lorg/drools/model/From;", "supply", "Lorg/drools/model/DynamicValueSupplier;");

    private static final Handle METAFACTORY = new Handle(
            Opcodes.H_INVOKESTATIC,
            "java/lang/invoke/LambdaMetafactory",
            "metafactory",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)"
                    + "Ljava/lang/invoke/CallSite;",
            false);

    private final ClassNode model;
    private final List<MethodNode> late = new ArrayList<>();
    private final List<CodeProblem> problems;

    private LateValues(ClassNode model, List<CodeProblem> problems) {
        this.model = model;
        this.problems = problems;
    }

    /** Changes the classes in place, and returns what could not be put off. */
    static List<CodeProblem> putOff(List<ClassNode> classes) {
        List<CodeProblem> problems = new ArrayList<>();
        for (ClassNode code : classes) {
            if (CodeOrigin.isModel(code)) {
                LateValues values = new LateValues(code, problems);
                List.copyOf(code.methods).forEach(values::putOff);
                code.methods.addAll(values.late);
            }
        }
        return problems;
    }

    private void putOff(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            if (instruction instanceof MethodInsnNode call && takesValue(call)) {
                if (isMovable(method, call)) {
                    putOff(method, call, argument(method, call));
                } else {
                    forbid(method, call);
                }
            }
        }
    }

    private static boolean takesValue(MethodInsnNode call) {
        String returned = TAKERS.get(call.name);
        return call.owner.equals(DSL) && returned != null && call.desc.equals("(Ljava/lang/Object;)" + returned);
    }

    /** The instructions that leave the call's only argument on the stack. */
    private List<AbstractInsnNode> argument(MethodNode method, MethodInsnNode call) {
        Frame<SourceValue>[] frames = frames(method);
        int at = method.instructions.indexOf(call);
        int below = frames[at].getStackSize() - 1;
        int first = at - 1;
        while (frames[first] == null
                || frames[first].getStackSize() > below
                || method.instructions.get(first).getOpcode() < 0) {
            first--;
        }
        List<AbstractInsnNode> argument = new ArrayList<>();
        for (int index = first; index < at; index++) {
            // Labels and lines stay where they are: tables of the method refer to them.
            if (method.instructions.get(index).getOpcode() >= 0) {
                argument.add(method.instructions.get(index));
            }
        }
        return argument;
    }

    private Frame<SourceValue>[] frames(MethodNode method) {
        try {
            return new Analyzer<>(new SourceInterpreter()).analyzeAndComputeMaxs(model.name, method);
        } catch (AnalyzerException unlikeAnyCompiledMethod) {
            throw new IllegalStateException("the rules were compiled in an unknown shape", unlikeAnyCompiledMethod);
        }
    }

    private void putOff(MethodNode method, MethodInsnNode call, List<AbstractInsnNode> argument) {
        if (argument.stream().allMatch(LateValues::isConstant)) {
            return;
        }
        String name = Lambdas.BODY + method.name + "$late" + late.size();
        MethodNode moved = new MethodNode(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                name,
                "()Ljava/lang/Object;",
                null,
                null);
        method.instructions.insertBefore(call, lambda(name));
        for (AbstractInsnNode instruction : argument) {
            method.instructions.remove(instruction);
            moved.instructions.add(instruction);
        }
        moved.instructions.add(new InsnNode(Opcodes.ARETURN));
        moved.maxStack = method.maxStack;
        late.add(moved);
        call.desc = "(L" + FUNCTION + ";)" + TAKERS.get(call.name);
    }

    /** Whether the method has no branches, of which the generator makes none, and the call's argument no variables. */
    private boolean isMovable(MethodNode method, MethodInsnNode call) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof JumpInsnNode
                    || instruction instanceof TableSwitchInsnNode
                    || instruction instanceof LookupSwitchInsnNode) {
                return false;
            }
        }
        return argument(method, call).stream().noneMatch(VarInsnNode.class::isInstance);
    }

    /** Whether the instruction loads what stands in the author's text, or makes a number of it as the generator does. */
    private static boolean isConstant(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            return call.name.equals("string2Int")
                    || (call.name.equals("valueOf") && call.owner.startsWith("java/lang/"));
        }
        int opcode = instruction.getOpcode();
        return instruction instanceof LdcInsnNode || (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.SIPUSH);
    }

    private void forbid(MethodNode method, MethodInsnNode call) {
        String place = call.name.equals("from") ? "from" : "salience";
        problems.add(new CodeProblem(
                ProblemCode.FORBIDDEN_CONSTRUCT,
                model.name,
                method.name,
                place,
                "`? :` behind `" + place + "`",
                "write a function that returns the one or the other, and call it there"));
    }

    private InvokeDynamicInsnNode lambda(String body) {
        boolean isInterface = (model.access & Opcodes.ACC_INTERFACE) != 0;
        return new InvokeDynamicInsnNode(
                "apply",
                "()L" + FUNCTION + ";",
                METAFACTORY,
                Type.getMethodType("()Ljava/lang/Object;"),
                new Handle(Opcodes.H_INVOKESTATIC, model.name, body, "()Ljava/lang/Object;", isInterface),
                Type.getMethodType("()Ljava/lang/Object;"));
    }
}
