package org.daylight.rulebase.sandbox;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.tree.ClassNode;

/** A loop that makes one call again and again, woven as an author's code is. */
final class WovenCall {
    private static final Type OBJECTS = Type.getType(Object[].class);

    private final Method run;

    private WovenCall(Method run) {
        this.run = run;
    }

    /** The loop without a call. */
    static WovenCall none() {
        return new WovenCall(compiled(null));
    }

    static WovenCall of(AllowedCalls.Call call) {
        return new WovenCall(compiled(call));
    }

    /** The types of what it is called on and of its arguments. */
    static List<Class<?>> types(AllowedCalls.Call call) {
        List<Class<?>> types = new ArrayList<>(List.of(call.method().getParameterTypes()));
        if (!call.isStatic() && !call.isConstructor()) {
            types.add(0, call.type());
        }
        return types;
    }

    void run(Object[] arguments, int times) throws Throwable {
        try {
            run.invoke(null, arguments, times);
        } catch (InvocationTargetException thrown) {
            throw Objects.requireNonNull(thrown.getCause());
        }
    }

    private static Method compiled(AllowedCalls.@Nullable Call call) {
        ClassWriter plain = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS);
        String name = Type.getInternalName(WovenCall.class) + "$Loop";
        plain.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        org.objectweb.asm.commons.Method signature =
                new org.objectweb.asm.commons.Method("run", Type.VOID_TYPE, new Type[] {OBJECTS, Type.INT_TYPE});
        GeneratorAdapter code =
                new GeneratorAdapter(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, signature, null, null, plain);
        loop(code, call);
        ClassNode node = new ClassNode();
        new ClassReader(plain.toByteArray()).accept(node, 0);
        Weaver.weave(node, "Loop", new CodeWeight(List.of(node)));
        ClassWriter woven = new ClassWriter(0);
        node.accept(new ClassRemapper(woven, MethodSubstitutions.types()));
        try {
            Class<?> loaded = MethodHandles.lookup()
                    .defineHiddenClass(woven.toByteArray(), true)
                    .lookupClass();
            return loaded.getMethod("run", Object[].class, int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void loop(GeneratorAdapter code, AllowedCalls.@Nullable Call call) {
        org.objectweb.asm.Label top = code.mark();
        if (call != null) {
            make(code, call);
        }
        code.iinc(1, -1);
        code.loadArg(1);
        code.ifZCmp(GeneratorAdapter.GT, top);
        code.returnValue();
        code.endMethod();
    }

    private static void make(GeneratorAdapter code, AllowedCalls.Call call) {
        if (call.isConstructor()) {
            code.newInstance(Type.getType(call.type()));
            code.dup();
        }
        List<Class<?>> types = types(call);
        for (int at = 0; at < types.size(); at++) {
            code.loadArg(0);
            code.push(at);
            code.arrayLoad(Type.getType(Object.class));
            code.unbox(Type.getType(types.get(at)));
        }
        call.instruction().accept(code);
        Type made = call.isConstructor() ? Type.getType(call.type()) : Type.getReturnType(call.descriptor());
        if (made.getSize() == 2) {
            code.pop2();
        } else if (made.getSize() == 1) {
            code.pop();
        }
    }
}
