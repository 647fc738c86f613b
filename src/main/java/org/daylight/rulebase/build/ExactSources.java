package org.daylight.rulebase.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.drools.codegen.common.GeneratedFile;
import org.drools.model.codegen.execmodel.PackageModel;
import org.drools.model.codegen.execmodel.PackageSources;

/** The Java that the engine generated for a scheme, with its arithmetic made exact on the way to the compiler. */
final class ExactSources extends PackageSources {
    /** The engine writes chains of calls, each further to the right: of a few hundred most of the text is spaces. */
    private static final Pattern INDENTATION = Pattern.compile("(?m)^ {2,}+");

    private final PackageSources generated;
    private final FittingArguments fitting;
    private final Map<String, String> asGenerated;

    /**
     * Wraps what the engine generates.
     *
     * @param asGenerated receives what each file was before, by path; the lines are the same
     */
    ExactSources(PackageModel model, FittingArguments fitting, Map<String, String> asGenerated) {
        this.fitting = fitting;
        this.generated = PackageSources.dumpSources(model);
        this.asGenerated = asGenerated;
    }

    @Override
    public void collectGeneratedFiles(List<GeneratedFile> files) {
        List<GeneratedFile> all = new ArrayList<>();
        generated.collectGeneratedFiles(all);
        all.forEach(file -> files.add(exact(file)));
    }

    private GeneratedFile exact(GeneratedFile file) {
        String source = INDENTATION
                .matcher(new String(file.contents(), StandardCharsets.UTF_8))
                .replaceAll("");
        String exact = ExactSource.of(source, fitting);
        asGenerated.put(file.relativePath(), source);
        return exact.equals(source) ? file : new GeneratedFile(file.type(), file.relativePath(), exact);
    }

    @Override
    public Collection<String> getModelNames() {
        return generated.getModelNames();
    }

    @Override
    public Collection<String> getRuleUnitClassNames() {
        return generated.getRuleUnitClassNames();
    }

    @Override
    public Collection<String> getExecutableRulesClasses() {
        return generated.getExecutableRulesClasses();
    }
}
