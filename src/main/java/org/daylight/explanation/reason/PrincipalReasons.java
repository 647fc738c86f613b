package org.daylight.explanation.reason;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The reasons that made an outcome, by their effect on it: found by running the rules again without one thing at a time.
 *
 * @param principal at most four, the ones whose absence changes the outcome first, then by the change of the score
 * @param thresholds limits on the score by which rules spoke, with the distance to each
 * @param together pairs that change the outcome, where no single one does
 * @param all whether everything that fired towards the outcome was tried; false where that would have cost too much
 */
public record PrincipalReasons(
        List<PrincipalReason> principal, List<Threshold> thresholds, List<Pair> together, boolean all) {
    public PrincipalReasons {
        principal = List.copyOf(principal);
        thresholds = List.copyOf(thresholds);
        together = List.copyOf(together);
    }

    /**
     * Two reasons that change the outcome only when both are absent.
     *
     * @param rules the names of both rules
     * @param data ids of the statements of both
     * @param without the decision without all of them
     */
    public record Pair(List<String> rules, SortedSet<String> data, AblationResult without) {}

    /** Whether the outcome hangs on one thing, on two together, or on none that could be left out. */
    @JsonProperty
    public String says() {
        if (principal.stream().anyMatch(reason -> reason.without().decides())) {
            return "the outcome hangs on the first of these: without it, it would be "
                    + principal.get(0).without().outcome();
        }
        if (!together.isEmpty()) {
            Pair first = together.get(0);
            return "no single one decides: either of `" + String.join("` and `", first.rules())
                    + "` is enough; without both the outcome would be "
                    + first.without().outcome();
        }
        Optional<AblationResult> unscored = principal.stream()
                .map(PrincipalReason::without)
                .filter(AblationResult::unscored)
                .findFirst();
        if (unscored.isPresent()) {
            return "there are only just enough events for a standing: with one less the outcome would be "
                    + unscored.get().outcome();
        }
        return principal.isEmpty()
                ? "nothing that is on record made the outcome"
                : "no single one decides, and no two together";
    }
}
