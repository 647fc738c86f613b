package org.daylight.rulebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.modelcompiler.CanonicalKieModule;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The bytecode made from a scheme's rules, before any of it is loaded. */
final class CompiledClasses {
    private static final String CLASS = ".class";

    private final List<ClassNode> classes;

    private CompiledClasses(List<ClassNode> classes) {
        this.classes = classes;
    }

    static CompiledClasses of(InternalKieModule module) {
        InternalKieModule inner =
                module instanceof CanonicalKieModule canonical ? canonical.getInternalKieModule() : module;
        MemoryKieModule memory = (MemoryKieModule) inner;
        List<ClassNode> classes = new ArrayList<>();
        for (String file : memory.getFileNames()) {
            if (file.endsWith(CLASS)) {
                ClassNode node = new ClassNode();
                new ClassReader(memory.getBytes(file)).accept(node, ClassReader.SKIP_FRAMES);
                classes.add(node);
            }
        }
        return new CompiledClasses(classes);
    }

    List<ClassNode> all() {
        return classes;
    }

    /**
     * Which rule a generated class belongs to. The generated model has one method a rule; it names the rule and refers to each
     * class made for that rule's conditions and consequence.
     */
    Map<String, RuleText> ruleByClass(Map<String, RuleText> rules) {
        Map<String, RuleText> found = new HashMap<>();
        for (ClassNode node : classes) {
            for (MethodNode method : node.methods) {
                RuleText rule = method.name.startsWith("rule_") ? named(method, rules) : null;
                if (rule != null) {
                    references(method).forEach(type -> found.putIfAbsent(type, rule));
                }
            }
        }
        return found;
    }

    private static @Nullable RuleText named(MethodNode method, Map<String, RuleText> rules) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LdcInsnNode constant && rules.containsKey(String.valueOf(constant.cst))) {
                return rules.get(String.valueOf(constant.cst));
            }
        }
        return null;
    }

    private static List<String> references(MethodNode method) {
        List<String> names = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof FieldInsnNode field) {
                names.add(field.owner);
            } else if (instruction instanceof LdcInsnNode constant && constant.cst instanceof Type type) {
                names.add(type.getInternalName());
            }
        }
        return names;
    }
}
