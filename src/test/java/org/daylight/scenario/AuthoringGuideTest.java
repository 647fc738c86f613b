package org.daylight.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daylight.problem.ProblemCode;
import org.junit.jupiter.api.Test;

/** Holds the authoring guide to what really runs. */
class AuthoringGuideTest {
    private static final Path GUIDE = ShippedSchemes.FOLDER.resolve("README.md");
    private static final Pattern SAMPLE = Pattern.compile("```(drl|yaml|csv)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

    private record Sample(String language, String text) {}

    @Test
    void everySampleIsTakenWordForWordFromASchemeThatRuns() throws IOException {
        List<String> files = new ArrayList<>();
        for (String id : ShippedSchemes.ids()) {
            files.addAll(texts(ShippedSchemes.FOLDER.resolve(id)));
        }

        List<Sample> samples = samples();

        assertThat(samples).hasSizeGreaterThan(20);
        assertThat(samples)
                .allSatisfy(
                        sample -> assertThat(files).as(sample.text()).anyMatch(file -> file.contains(sample.text())));
    }

    @Test
    void everyKindOfConditionHasASample() throws IOException {
        String drl = String.join(
                "\n",
                samples().stream()
                        .filter(sample -> sample.language().equals("drl"))
                        .map(Sample::text)
                        .toList());

        assertThat(drl)
                .contains("not ", "exists ", "accumulate(", " || ", " in ( ", "minusMonths(", "@key", "@optional")
                .contains("extends Event", "extends Fact", "extends Request", "extends Parameter", "declare enum")
                .contains("score.add(", "decision.grant()", "decision.refuse()", "decision.refer()", "decision.term(")
                .contains("insert( new ");
    }

    @Test
    void everyCodeIsExplained() throws IOException {
        String guide = Files.readString(GUIDE);

        assertThat(ProblemCode.values())
                .allSatisfy(code -> assertThat(guide).as(code.toString()).contains("`" + code + "`"));
    }

    @Test
    void everyAttributeThatIsRefusedIsNamed() throws IOException {
        assertThat(Files.readString(GUIDE))
                .contains(List.of(
                        "`activation-group`",
                        "`agenda-group`",
                        "`ruleflow-group`",
                        "`auto-focus`",
                        "`enabled`",
                        "`lock-on-active`",
                        "`date-effective`",
                        "`date-expires`",
                        "`timer`",
                        "`duration`",
                        "`calendars`"));
    }

    @Test
    void everyFileItPointsToIsThere() throws IOException {
        Matcher links = LINK.matcher(Files.readString(GUIDE));

        assertThat(links.results().map(link -> ShippedSchemes.FOLDER.resolve(link.group(1))))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).exists());
    }

    private static List<Sample> samples() throws IOException {
        return SAMPLE.matcher(Files.readString(GUIDE))
                .results()
                .map(found -> new Sample(found.group(1), found.group(2)))
                .toList();
    }

    private static List<String> texts(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(path));
            }
        }
        return texts;
    }
}
