package org.daylight.rulebase.build;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.daylight.rulebase.sandbox.Authored;
import org.daylight.rulebase.sandbox.MeteredJoins;
import org.daylight.rulebase.sandbox.StandingReach;
import org.daylight.rulebase.source.EngineText;
import org.daylight.rulebase.source.JavaTypes;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Problems;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.internal.builder.conf.ParallelLambdaExternalizationOption;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;

/**
 * Builds the engine's rules. Each build stands alone under a release id of its own and leaves nothing in the engine's global
 * repository. {@link BuildRunner} runs them one after the other, for the engine's builder is not made for concurrent use.
 */
final class KieBaseBuilder {
    private static final AtomicLong BUILDS = new AtomicLong();

    /** The lines every rule file of a scheme may rely on, compiled into the scheme's package as a file of their own. */
    private static final String PRELUDE = """
            import org.daylight.vocabulary.AsOf;
            import org.daylight.vocabulary.Event;
            import org.daylight.vocabulary.Fact;
            import org.daylight.vocabulary.Numbers;
            import org.daylight.vocabulary.Parameter;
            import org.daylight.vocabulary.Periods;
            import org.daylight.vocabulary.Request;
            import org.daylight.vocabulary.Standing;
            import java.math.BigDecimal;
            import java.time.Instant;
            import java.time.LocalDate;
            import java.time.Period;
            import java.time.temporal.ChronoUnit;
            global org.daylight.vocabulary.ScoreActions score;
            global org.daylight.vocabulary.DecisionActions decision;
            """;

    static {
        // Left to itself the generator takes a thread for each processor, and decisions would wait for it.
        System.setProperty(ParallelLambdaExternalizationOption.PROPERTY_NAME, "false");
        System.setProperty(ParallelRulesBuildThresholdOption.PROPERTY_NAME, "-1");
    }

    private KieBaseBuilder() {}

    /** The built rules, or null when something was reported to {@code problems}. */
    static @Nullable BuiltRules build(BuildInput input, BuildBudget budget, Problems problems) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId(
                "org.daylight.scheme", input.scheme().id(), Long.toString(BUILDS.incrementAndGet()));
        try {
            return build(services, release, input, budget, problems);
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static @Nullable BuiltRules build(
            KieServices services, ReleaseId release, BuildInput input, BuildBudget budget, Problems problems) {
        Map<String, String> asGenerated = new HashMap<>();
        KieBuilderImpl builder = (KieBuilderImpl) services.newKieBuilder(sources(services, release, input));
        FittingArguments fitting = FittingArguments.of(input.source());
        builder.buildAll(
                (module, classLoader) -> new ExactProject(module, classLoader, fitting, asGenerated), file -> true);
        List<Message> messages = builder.getResults().getMessages();
        new EngineDiagnostics(input, asGenerated, problems).report(messages);
        if (problems.hasErrors()) {
            return null;
        }
        CompiledClasses classes = CompiledClasses.of((InternalKieModule) builder.getKieModule(), authored(input));
        Map<String, RuleText> ruleByClass = classes.ruleByClass(input.source().texts());
        new ReadOnlyInputs(input, ruleByClass, problems).check(classes.sandbox().classes());
        new SandboxProblems(input, ruleByClass, problems)
                .report(classes.sandbox().problems());
        if (problems.hasErrors()) {
            return null;
        }
        StandingReach reach = classes.sandbox().standingReach(conclusions(input));
        new StatementNumbers(input.source(), asGenerated)
                .write(classes.sandbox().classes(), ruleByClass);
        if (budget.metered()) {
            Map<String, String> queries = classes.queryByClass(input.source().allRules().stream()
                    .filter(SourceRule::isQuery)
                    .toList());
            classes.replace(classes.sandbox().woven(name -> owner(name, ruleByClass, queries)));
        }
        KieContainer container = services.newKieContainer(release);
        KieBase engine = container.getKieBase();
        if (budget.metered()) {
            MeteredJoins.meter(engine);
        }
        return new BuiltRules(engine, reach);
    }

    private static Set<String> conclusions(BuildInput input) {
        return input.source().types().ofKind(DeclaredType.Kind.DERIVED).stream()
                .map(DeclaredType::name)
                .collect(Collectors.toSet());
    }

    private static Authored authored(BuildInput input) {
        Set<String> types = new HashSet<>();
        Set<String> functions = new HashSet<>();
        for (SourceFile file : input.source().files()) {
            file.content().getTypeDeclarations().forEach(type -> types.add(type.getTypeName()));
            file.content().getEnumDeclarations().forEach(enumeration -> types.add(enumeration.getTypeName()));
            file.content().getFunctions().forEach(function -> functions.add(function.getName()));
        }
        input.source().engineText().functions().forEach(function -> functions.add(function.name()));
        return new Authored(input.scheme().packageName(), types, functions);
    }

    /** Names what an exhausted budget is attributed to: the rule a class was made for, else the class. */
    private static String owner(String className, Map<String, RuleText> ruleByClass, Map<String, String> queryByClass) {
        RuleText rule = ruleByClass.get(className);
        String simple = className.substring(className.lastIndexOf('/') + 1);
        return rule == null ? queryByClass.getOrDefault(className, simple) : rule.name();
    }

    private static KieFileSystem sources(KieServices services, ReleaseId release, BuildInput input) {
        String packageName = input.scheme().packageName();
        SchemeSource source = input.source();
        KieFileSystem sources = services.newKieFileSystem().generateAndWritePomXML(release);
        String folder = "src/main/resources/" + packageName + "/";
        String imports = JavaTypes.of(source.files()).stream()
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
        EngineText engineText = source.engineText();
        // Stands beside the folder of the author's files, so that it cannot clash with one of them.
        sources.write("src/main/resources/prelude/prelude.drl", "package " + packageName + ";\n" + imports + PRELUDE);
        input.scheme().ruleFiles().forEach((path, text) -> sources.write(folder + path, engineText.text(path, text)));
        return sources;
    }
}
