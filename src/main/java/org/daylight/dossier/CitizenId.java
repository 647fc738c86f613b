package org.daylight.dossier;

import java.util.Optional;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.problem.StrictJson;

/** The rule for the opaque ids by which citizens are known; the deploying body chooses them. */
public final class CitizenId {
    private static final int MAX_CHARACTERS = 200;
    private static final String EXPECTED =
            "1 to " + MAX_CHARACTERS + " characters, no control characters, no blanks around";

    private CitizenId() {}

    /** The problem with an id, if it has one. */
    public static Optional<Violation> violation(String id, String field) {
        return isAllowed(id)
                ? Optional.empty()
                : Optional.of(new Violation("invalid-citizen", field, StrictJson.cut(id), EXPECTED));
    }

    private static boolean isAllowed(String id) {
        return !id.isEmpty()
                && id.length() <= MAX_CHARACTERS
                && StrictJson.isSound(id)
                && id.chars().noneMatch(Character::isISOControl)
                && !isBlank(id.codePointAt(0))
                && !isBlank(id.codePointBefore(id.length()));
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }
}
