package org.daylight.rulebase.build;

import java.util.List;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.SchemeFolder;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * The largest scheme that is built. A larger one is refused before that: building a thousand rules takes ten seconds, and
 * five thousand take gigabytes.
 */
public final class BuildLimits {
    public static final int MOST_RULES = 1_500;
    /** The engine makes a rule of each combination of alternatives. */
    static final int MOST_COMBINATIONS = 64;

    /** Memory that a rule takes while it is built; an estimate on the safe side. */
    static final long BYTES_A_RULE = 500_000;

    /** Memory that a build takes beside its rules; likewise. */
    static final long BYTES_WITHOUT_RULES = 50_000_000;

    private BuildLimits() {}

    public static void check(SchemeFolder folder, Problems problems) {
        if (folder.files().size() > SchemeFolder.MOST_FILES) {
            refuse(Place.FOLDER, folder.files().size() + " files", SchemeFolder.MOST_FILES, problems);
        }
        long bytes =
                folder.files().values().stream().mapToLong(file -> file.length).sum();
        if (bytes > SchemeFolder.MOST_BYTES) {
            refuse(Place.FOLDER, bytes + " bytes", SchemeFolder.MOST_BYTES, problems);
        }
    }

    public static void check(Scheme scheme, List<SourceFile> files, Problems problems) {
        int rules = 0;
        for (SourceFile file : files) {
            for (RuleDescr rule : file.content().getRules()) {
                rules++;
                long combinations = combinations(rule.getLhs());
                if (combinations > MOST_COMBINATIONS) {
                    String size = "`" + rule.getName() + "` has " + combinations + " combinations of `or`";
                    refuse(Place.ofLine(file.path(), rule.getLine()), size, MOST_COMBINATIONS, problems);
                }
            }
        }
        if (rules > MOST_RULES) {
            refuse(Place.FOLDER, scheme.id() + " has " + rules + " rules", MOST_RULES, problems);
        }
        long needed = BYTES_WITHOUT_RULES + rules * BYTES_A_RULE;
        checkRoom(needed, Heap.room(needed), problems);
    }

    public static void checkRoom(long needed, long room, Problems problems) {
        if (room < needed) {
            problems.error(
                    ProblemCode.TOO_LARGE,
                    Place.FOLDER,
                    "building needs about " + megabytes(needed) + " MB of memory, and there are " + megabytes(room),
                    "make the scheme smaller, or give the service more memory");
        }
    }

    private static long megabytes(long bytes) {
        return bytes / 1_000_000;
    }

    /** Alternatives add up within an {@code or} and multiply across an {@code and}; the product is capped, lest it overflow. */
    private static long combinations(BaseDescr condition) {
        if (condition instanceof OrDescr or) {
            return or.getDescrs().stream().mapToLong(BuildLimits::combinations).sum();
        }
        long product = 1;
        if (condition instanceof ConditionalElementDescr group && condition instanceof AndDescr) {
            for (Object part : group.getDescrs()) {
                product = Math.min(Integer.MAX_VALUE, product * Math.max(1, combinations((BaseDescr) part)));
            }
        }
        return product;
    }

    private static void refuse(Place place, String size, int most, Problems problems) {
        problems.error(ProblemCode.TOO_LARGE, place, size + ", more than the " + most + " allowed");
    }
}
