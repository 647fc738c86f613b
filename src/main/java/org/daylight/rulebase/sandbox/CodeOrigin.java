package org.daylight.rulebase.sandbox;

import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Tells what an author wrote from what the engine and the compiler make of it, by the names that they give. */
record CodeOrigin(Authored authored) {
    private static final AllowList AUTHORS = AllowList.of("authors.txt");
    private static final AllowList CONDITIONS = AllowList.of("authors.txt", "conditions.txt");
    static final AllowList GENERATED = AllowList.of("authors.txt", "conditions.txt", "generated.txt");

    /** What the engine generates for types with {@code @key} fields. */
    private static final Set<String> KEYED = Set.of("equals", "hashCode");

    /** What the compiler generates for enums. */
    private static final Set<String> CHOICES = Set.of("values", "$values");

    /** Classes that describe the rules; functions and lambdas of authors stand among their methods. */
    private static final Pattern MODEL =
            Pattern.compile(".*/(Rules[0-9A-F]{32}((RuleMethods|Rules)\\d+)?|DomainClassesMetadata[0-9A-F]{32}.*)");

    private static final Pattern MODEL_METHOD =
            Pattern.compile("<clinit>|<init>|rule_.*|query_.*|get[A-Z]\\w*|\\$deserializeLambda\\$");
    private static final Pattern LAMBDA =
            Pattern.compile(".*/P[0-9A-F]{2}/Lambda(Predicate|Extractor|Consequence)[0-9A-F]{32}");

    /** What the engine makes of inline accumulations. */
    private static final Pattern ACCUMULATION = Pattern.compile(".*/\\w*Accumulate\\d+(\\$ContextData)?");

    /** The declared types, and what the engine generates; a class that stands inside of an author's code is neither. */
    boolean isExpected(String name) {
        return authored.types().contains(name.substring(authored.packageName().length() + 1))
                || MODEL.matcher(name).matches()
                || LAMBDA.matcher(name).matches()
                || ACCUMULATION.matcher(name).matches();
    }

    /** What the method may call and read. */
    AllowList list(ClassNode code, MethodNode method) {
        if (MODEL.matcher(code.name).matches()) {
            boolean generated = MODEL_METHOD.matcher(method.name).matches()
                    && !authored.functions().contains(method.name);
            return generated ? GENERATED : AUTHORS;
        }
        if (LAMBDA.matcher(code.name).matches()) {
            boolean scaffolding = method.name.equals("<clinit>") || method.name.equals("predicateInformation");
            boolean choices = CHOICES.contains(method.name);
            return scaffolding || choices ? GENERATED : method.name.equals("test") ? CONDITIONS : AUTHORS;
        }
        boolean keyed = isFact(code) && KEYED.contains(method.name);
        boolean choices = isEnum(code) && CHOICES.contains(method.name);
        return keyed || choices ? GENERATED : AUTHORS;
    }

    static boolean isEnum(ClassNode code) {
        return (code.access & Opcodes.ACC_ENUM) != 0;
    }

    static boolean isFact(ClassNode code) {
        return code.interfaces.contains("org/drools/base/factmodel/GeneratedFact");
    }

    /** From a thousand rules on the model's constructor makes their list with a size; nothing of an author's stands in it. */
    static boolean listsTheRules(ClassNode code, MethodNode method, String declaring, String name) {
        return method.name.equals("<init>")
                && MODEL.matcher(code.name).matches()
                && declaring.equals("java/util/ArrayList")
                && name.equals("<init>");
    }
}
