package org.daylight.rulebase;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.Types;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * Builds the engine's rules. Each build stands alone under a release id of its own and leaves nothing in the engine's global
 * repository; builds run one after the other, because the engine's builder is not made for company.
 */
final class Engine {
    private static final AtomicLong BUILDS = new AtomicLong();
    private static final Object ONE_AT_A_TIME = new Object();

    private Engine() {}

    /** The compiled rules, or null when something was reported to {@code problems}. */
    static @Nullable KieBase build(
            Scheme scheme, List<RuleFile> files, Types types, Map<String, RuleText> rules, Problems problems) {
        synchronized (ONE_AT_A_TIME) {
            KieServices services = KieServices.get();
            ReleaseId release =
                    services.newReleaseId("org.daylight.scheme", scheme.id(), Long.toString(BUILDS.incrementAndGet()));
            try {
                return build(services, release, scheme, files, types, rules, problems);
            } finally {
                services.getRepository().removeKieModule(release);
            }
        }
    }

    private static @Nullable KieBase build(
            KieServices services,
            ReleaseId release,
            Scheme scheme,
            List<RuleFile> files,
            Types types,
            Map<String, RuleText> rules,
            Problems problems) {
        KieBuilder builder =
                services.newKieBuilder(sources(services, release, scheme)).buildAll(ExecutableModelProject.class);
        List<Message> messages = builder.getResults().getMessages();
        new EngineMessages(scheme, files, problems).report(messages);
        if (problems.hasErrors()) {
            return null;
        }
        CompiledClasses classes = CompiledClasses.of((InternalKieModule) builder.getKieModule(), scheme.packageName());
        Map<String, RuleText> ruleByClass = classes.ruleByClass(rules);
        InputsAreReadOnly.check(scheme.packageName(), types, classes.all(), ruleByClass, problems);
        new SandboxProblems(scheme, files, ruleByClass, problems)
                .report(classes.sandbox().problems());
        if (problems.hasErrors()) {
            return null;
        }
        classes.replace(classes.sandbox().woven(name -> owner(name, ruleByClass)));
        KieContainer container = services.newKieContainer(release);
        KieBase engine = container.getKieBase();
        MeteredJoins.meter(engine);
        return engine;
    }

    /** What an exhausted budget is put down to: the rule a class was made for, or the class by its own name. */
    private static String owner(String className, Map<String, RuleText> ruleByClass) {
        RuleText rule = ruleByClass.get(className);
        return rule == null ? className.substring(className.lastIndexOf('/') + 1) : rule.name();
    }

    private static KieFileSystem sources(KieServices services, ReleaseId release, Scheme scheme) {
        KieFileSystem sources = services.newKieFileSystem().generateAndWritePomXML(release);
        String folder = "src/main/resources/" + scheme.packageName() + "/";
        sources.write(Prelude.FILE, Prelude.of(scheme.packageName()));
        scheme.ruleFiles().forEach((path, text) -> sources.write(folder + path, text));
        return sources;
    }
}
