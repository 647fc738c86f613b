package org.daylight.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daylight.problem.AuthorProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    private static List<AuthorProblem> problems(String... paths) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String path : paths) {
            files.put(path, new byte[0]);
        }
        Problems problems = new Problems();
        FileNames.check(new SchemeFolder(files), problems);
        return problems.sorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scheme.yaml", "notice.md", "a.drl", "sub/a.drl", "Fee.csv", "reasons.de.yaml", "cases/a.yaml",
                "cases/sub/a.yaml", "README.md", "LICENSE", "CODEOWNERS", "law/act-1976.pdf", "todo.txt", "a.png",
                "Notes.MD", "sub/README"
            })
    void whatIsReadAndWhatIsProseMayLieThere(String path) {
        assertThat(problems(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MORE.DRL, name it `MORE.drl`",
        "more.Drl, name it `more.drl`",
        "rules.drl.txt, name it `rules.drl`",
        "rules.drl.bak, name it `rules.drl`",
        "scheme.yml, name it `scheme.yaml`",
        "Scheme.yaml, name it `scheme.yaml`",
        "SCHEME.YAML, name it `scheme.yaml`",
        "Notice.md, name it `notice.md`",
        "reasons.de.yml, name it `reasons.de.yaml`",
        "Reasons.de.yaml, name it `reasons.de.yaml`",
        "Cases/x.yaml, name it `cases/x.yaml`",
        "cases/x.yml, name it `cases/x.yaml`",
        "cases/x.YAML, name it `cases/x.yaml`",
        "Fee.CSV, name it `Fee.csv`",
        "Fee.tsv, name it `Fee.csv`",
        "tables/Fee.csv, name it `Fee.csv`",
        "Fee.csv.txt, name it `Fee.csv`",
    })
    void whatLooksAsIfItWereReadIsRefusedWithTheNameToGiveIt(String path, String fix) {
        assertThat(problems(path)).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(path);
            assertThat(problem.code()).hasToString("unread-file");
            assertThat(problem.fix()).isEqualTo(fix);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules.dlr",
                "Fee.xlsx",
                "cases/x.drl",
                "cases/Fee.csv",
                "drl",
                "a.json",
                "rules.drl ",
                "x.yaml",
                "reasons",
                "rules.drl.orig"
            })
    void whatIsNothingKnownIsRefused(String path) {
        assertThat(problems(path))
                .extracting(problem -> problem.code().toString())
                .containsExactly("unread-file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb.drl", "a\u001b[31m.drl", "a\u202Eb.drl", "a\u200Bb.drl", "a\uFFFDb.drl"})
    void namesThatNobodyCanSeeAreRefused(String path) {
        assertThat(problems(path))
                .extracting(AuthorProblem::message)
                .containsExactly("the file's name has letters that nobody can see");
    }

    @Test
    void aNameThatOnlyCapitalsWouldTellFromAnotherIsNotProposed() {
        assertThat(problems("Fee.csv", "tables/Fee.csv"))
                .extracting(AuthorProblem::fix)
                .containsExactly(
                        "take it out of the folder, or let its name begin with a dot if it is meant to lie here unread");
    }

    @Test
    void namesThatDifferInCapitalsOnlyAreRefused() {
        assertThat(problems("a.drl", "A.drl"))
                .extracting(AuthorProblem::toString)
                .containsExactly(
                        "a.drl:0:0 colliding-files only capitals tell this from `A.drl`, which some machines cannot");
        // An accent in one sign, or in two.
        assertThat(problems("\u00e9.drl", "e\u0301.drl")).hasSize(1);
    }
}
