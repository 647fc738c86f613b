package org.daylight.rulebase.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daylight.rulebase.sandbox.StandingReach.Referral;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the rules that no standing can touch, in what was compiled and will run. What was stated is no rule's to make or change, so
 * a rule that matches nothing else fires alike for everybody. A standing touches the rules whose conditions can match it. If one of
 * them can make, change or take away conclusions, by whatever name or detour, it touches every rule that can match a conclusion.
 * Queries count as matching everything. It errs on one side only: a rule it calls untouched is untouched.
 */
final class StandingReachFinder {
    /** Types that a standing is of. */
    private static final Set<String> STANDING =
            Set.of("org/daylight/vocabulary/Standing", "java/lang/Record", "java/lang/Object");
    /** By these a standing can be read where it is not named. */
    private static final Set<String> READABLE = Set.of("java/lang/Record", "java/lang/Object");

    private static final Pattern READERS =
            Pattern.compile("org/daylight/vocabulary/Standing|org/drools/.*Collect.*Accumulat.*");
    /** Types that conclusions are of beside those declared. */
    private static final Set<String> OF_CONCLUSIONS = Set.of("java/lang/Object", "java/io/Serializable");

    private final CodeReach reach;
    private final Set<String> facts;
    private final String packageName;
    private final Set<String> conclusions;

    /** A rule as compiled: what it can match, and what its consequence can do. */
    private record CompiledRule(
            String name,
            boolean matchesStanding,
            boolean readsStanding,
            boolean matchesConclusions,
            boolean concludes,
            boolean refers) {}

    private StandingReachFinder(String packageName, List<ClassNode> classes, Set<String> conclusions) {
        this.reach = new CodeReach(classes);
        this.facts = CodeOrigin.facts(classes);
        this.packageName = packageName;
        this.conclusions = conclusions;
    }

    static StandingReach find(String packageName, List<ClassNode> classes, Set<String> conclusions) {
        StandingReachFinder finder = new StandingReachFinder(packageName, classes, conclusions);
        List<CompiledRule> rules = new ArrayList<>();
        for (ClassNode owner : classes) {
            for (CodeReach.Code code : CodeOrigin.isModel(owner) ? codeOf(owner) : List.<CodeReach.Code>of()) {
                RuleMethods.ruleNamedIn(code.method())
                        .ifPresent(name -> rules.add(finder.rule(name, finder.reach.from(List.of(code)))));
            }
        }
        return reach(rules);
    }

    private static List<CodeReach.Code> codeOf(ClassNode owner) {
        return owner.methods.stream()
                .map(method -> new CodeReach.Code(owner, method))
                .toList();
    }

    private static StandingReach reach(List<CompiledRule> rules) {
        boolean concludes = rules.stream().anyMatch(rule -> rule.matchesStanding() && rule.concludes());
        Set<String> beyond = new HashSet<>();
        Referral referral = Referral.NEVER;
        for (CompiledRule rule : rules) {
            boolean byConclusions = concludes && rule.matchesConclusions();
            if (rule.matchesStanding() || byConclusions) {
                Referral own = !rule.refers()
                        ? Referral.NEVER
                        : rule.readsStanding() || byConclusions ? Referral.BY_SCORE : Referral.BY_PRESENCE;
                referral = own.compareTo(referral) > 0 ? own : referral;
            } else {
                beyond.add(rule.name());
            }
        }
        return new StandingReach(beyond, referral);
    }

    private CompiledRule rule(String name, List<CodeReach.Code> code) {
        // The engine is told the type of each pattern in the method that describes the rule; what the rule's own code
        // mentions counts too.
        Set<String> types = code.stream()
                .flatMap(part -> Stream.of(part.method().instructions.toArray()))
                .filter(LdcInsnNode.class::isInstance)
                .map(constant -> ((LdcInsnNode) constant).cst)
                .filter(Type.class::isInstance)
                .map(type -> ((Type) type).getInternalName())
                .collect(Collectors.toSet());
        boolean asks = any(code, StandingReachFinder::isQuery);
        return new CompiledRule(
                name,
                asks || types.stream().anyMatch(STANDING::contains),
                asks
                        || types.stream().anyMatch(READABLE::contains)
                        || code.stream().anyMatch(StandingReachFinder::takesStanding),
                asks || types.stream().anyMatch(this::isOfConclusions),
                code.stream().anyMatch(this::changes),
                any(code, part -> calls(part, "org/daylight/vocabulary/DecisionActions", Set.of("refer"))));
    }

    /** Whether a standing is handed to the code, alone or in a list, so that it may be read. */
    private static boolean takesStanding(CodeReach.Code code) {
        return code.method().desc.contains("Lorg/daylight/vocabulary/Standing;")
                || CodeOrigin.isAccumulation(code.owner().name)
                || any(List.of(code), StandingReachFinder::collectsOrReads);
    }

    private static boolean collectsOrReads(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            return READERS.matcher(call.owner).matches();
        }
        return instruction instanceof InvokeDynamicInsnNode dynamic
                && Stream.of(dynamic.bsmArgs)
                        .anyMatch(argument -> argument instanceof Handle handle
                                && READERS.matcher(handle.getOwner()).matches());
    }

    private boolean isOfConclusions(String type) {
        return OF_CONCLUSIONS.contains(type)
                || type.startsWith("org/drools/")
                || (type.startsWith(packageName + "/")
                        && conclusions.contains(type.substring(packageName.length() + 1)));
    }

    /** Whether the code, other than what describes the rule to the engine, changes what others may see. */
    private boolean changes(CodeReach.Code code) {
        boolean describes = CodeOrigin.isModel(code.owner())
                && RuleMethods.ruleNamedIn(code.method()).isPresent();
        return !describes && Effects.of(reach, code, facts).stream().anyMatch(effect -> !effect.verb());
    }

    private static boolean any(List<CodeReach.Code> code, Predicate<AbstractInsnNode> so) {
        return code.stream()
                .anyMatch(
                        part -> Stream.of(part.method().instructions.toArray()).anyMatch(so));
    }

    private static boolean isQuery(AbstractInsnNode instruction) {
        return instruction instanceof FieldInsnNode field && field.desc.startsWith("Lorg/drools/model/Query");
    }

    /** Whether a method is called, or handed on as a value. */
    private static boolean calls(AbstractInsnNode instruction, String owner, Set<String> names) {
        if (instruction instanceof MethodInsnNode call) {
            return call.owner.equals(owner) && names.contains(call.name);
        }
        return instruction instanceof InvokeDynamicInsnNode dynamic
                && Stream.of(dynamic.bsmArgs)
                        .anyMatch(argument -> argument instanceof Handle handle
                                && handle.getOwner().equals(owner)
                                && names.contains(handle.getName()));
    }
}
