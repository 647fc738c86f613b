package org.daylight.rulebase.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daylight.rulebase.sandbox.Authored;
import org.daylight.rulebase.sandbox.RuleMethods;
import org.daylight.rulebase.sandbox.Sandbox;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.SourceRule;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.modelcompiler.CanonicalKieModule;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The bytecode made from a scheme's rules, before any of it is loaded. */
record CompiledClasses(MemoryKieModule module, Sandbox sandbox) {
    private static final String CLASS = ".class";

    private static final String PROJECT_MODEL = "org/drools/project/model/";

    /** Reads the classes of a module, without the engine's description of the project, in which nothing of an author's stands. */
    static CompiledClasses of(InternalKieModule compiled, Authored authored) {
        InternalKieModule plain =
                compiled instanceof CanonicalKieModule canonical ? canonical.getInternalKieModule() : compiled;
        MemoryKieModule module = (MemoryKieModule) plain;
        List<byte[]> bytecode = new ArrayList<>();
        for (String file : module.getFileNames()) {
            if (file.endsWith(CLASS) && !file.startsWith(PROJECT_MODEL)) {
                bytecode.add(module.getBytes(file));
            }
        }
        return new CompiledClasses(module, Sandbox.of(authored, bytecode));
    }

    /** Puts the woven classes in the place of the compiled ones. */
    void replace(Map<String, byte[]> woven) {
        woven.forEach((name, bytes) -> module.getMemoryFileSystem().write(name + CLASS, bytes, true));
    }

    /**
     * The rule of each generated class, by the class's internal name. The generated model has one method a rule; it
     * names the rule and refers to each class made for that rule's conditions and consequence. The method itself is
     * among the keys, as {@code class.method}.
     */
    Map<String, RuleText> ruleByClass(Map<String, RuleText> rules) {
        Map<String, RuleText> ruleByClass = new HashMap<>();
        for (ClassNode node : sandbox.classes()) {
            for (MethodNode method : node.methods) {
                RuleText rule = method.name.startsWith("rule_") ? ruleNamedIn(method, rules) : null;
                if (rule != null) {
                    ruleByClass.put(node.name + "." + method.name, rule);
                    references(method).forEach(type -> ruleByClass.putIfAbsent(type, rule));
                }
            }
        }
        return ruleByClass;
    }

    /** The query of each class that was made for one, by the class's internal name, as {@link #ruleByClass} does for rules. */
    Map<String, String> queryByClass(List<SourceRule> queries) {
        Map<String, String> names = new HashMap<>();
        for (SourceRule query : queries) {
            names.put("query_" + query.name(), query.name());
        }
        Map<String, String> queryByClass = new HashMap<>();
        for (ClassNode node : sandbox.classes()) {
            for (MethodNode method : node.methods) {
                String name = names.get(method.name);
                if (name != null) {
                    references(method).forEach(type -> queryByClass.putIfAbsent(type, name));
                }
            }
        }
        return queryByClass;
    }

    private static @Nullable RuleText ruleNamedIn(MethodNode method, Map<String, RuleText> rules) {
        return RuleMethods.ruleNamedIn(method).map(rules::get).orElse(null);
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
