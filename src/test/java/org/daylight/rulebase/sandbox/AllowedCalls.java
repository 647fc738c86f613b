package org.daylight.rulebase.sandbox;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Every method and constructor that an author's code may call, all overloads of each, found by reflection in the lists. */
final class AllowedCalls {
    static final AllowList LIST = AllowList.of("authors.txt", "conditions.txt");

    private AllowedCalls() {}

    /** A call; {@code type} is the type in whose name it is allowed. */
    record Call(Class<?> type, Executable method) {
        String name() {
            return method instanceof Method ? method.getName() : "<init>";
        }

        String descriptor() {
            return method instanceof Method called
                    ? Type.getMethodDescriptor(called)
                    : Type.getConstructorDescriptor((java.lang.reflect.Constructor<?>) method);
        }

        boolean isStatic() {
            return Modifier.isStatic(method.getModifiers());
        }

        boolean isConstructor() {
            return !(method instanceof Method);
        }

        boolean isAllowed() {
            return LIST.allowsMethod(Type.getInternalName(type), name(), descriptor());
        }

        Cost cost() {
            return Objects.requireNonNull(LIST.cost(Type.getInternalName(type), name(), descriptor()), toString());
        }

        MethodInsnNode instruction() {
            int opcode = isConstructor()
                    ? Opcodes.INVOKESPECIAL
                    : isStatic()
                            ? Opcodes.INVOKESTATIC
                            : type.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
            return new MethodInsnNode(opcode, Type.getInternalName(type), name(), descriptor(), type.isInterface());
        }

        @Override
        public String toString() {
            return type.getName() + "." + name() + descriptor();
        }
    }

    static Stream<Call> all() {
        return new TreeMap<>(LIST.listed()).keySet().stream().flatMap(AllowedCalls::of);
    }

    static Stream<Call> of(String internalName) {
        Class<?> type = load(internalName);
        List<Executable> methods = new ArrayList<>(List.of(type.getMethods()));
        methods.addAll(Arrays.asList(type.getDeclaredConstructors()));
        return methods.stream()
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                // A bridge leads to another of the name; what stands in for a hidden type's method is the only one.
                .filter(method -> !method.isSynthetic() || methods.stream().noneMatch(other -> replaces(other, method)))
                .map(method -> new Call(type, method))
                .filter(Call::isAllowed)
                .filter(call -> !call.isConstructor() || !Modifier.isAbstract(type.getModifiers()));
    }

    private static boolean replaces(Executable other, Executable bridge) {
        return !other.isSynthetic()
                && other.getName().equals(bridge.getName())
                && Arrays.equals(other.getParameterTypes(), bridge.getParameterTypes());
    }

    static Class<?> load(String internalName) {
        try {
            return Class.forName(internalName.replace('/', '.'), false, AllowedCalls.class.getClassLoader());
        } catch (ClassNotFoundException unknown) {
            throw new AssertionError(internalName + " is listed, and does not exist", unknown);
        }
    }
}
