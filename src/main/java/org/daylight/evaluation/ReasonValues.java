package org.daylight.evaluation;

import java.util.Collection;
import java.util.Iterator;
import org.daylight.rulebase.FactProperties;
import org.daylight.rulebase.ShownData;
import org.daylight.rulebase.source.ReasonTemplate;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;

/** Finds what stands in the places of one reason: data, and no more of it than people read. */
final class ReasonValues {
    private static final int MOST_LETTERS = 10_000;
    /** At least so long is each element of a list, with what stands between. */
    private static final int BETWEEN = 2;

    private final Match match;
    private long letters;

    ReasonValues(ReasonTemplate template, Match match) {
        this.match = match;
        this.letters = template.text().length();
    }

    /** Thrown where a reason cannot be shown. */
    static final class NotShownException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotShownException(String message) {
            super(message);
        }
    }

    /** The value for a place. */
    @Nullable
    Object at(ReasonTemplate.Place place) {
        Object value = match.getDeclarationValue(place.binding());
        for (String field : place.fields()) {
            Object target = value;
            value = target == null
                    ? null
                    : FactProperties.find(target.getClass(), field)
                            .map(property -> FactProperties.read(property, target))
                            .orElse(null);
        }
        measure(value);
        if (!ShownData.isData(value)) {
            throw new NotShownException("has a reason that shows in `{" + place.binding() + "}` what is no text, number, date,"
                    + " truth value, choice or list of them");
        }
        return value;
    }

    /** Counts a value's letters as far as needed: a list may be of a size that no text could have. */
    private void measure(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            for (Iterator<?> each = list.iterator(); each.hasNext(); ) {
                add(BETWEEN + length(each.next()));
            }
        } else {
            add(length(value));
        }
    }

    private static int length(@Nullable Object value) {
        return value instanceof String text ? text.length() : 1;
    }

    private void add(int more) {
        letters += more;
        if (letters > MOST_LETTERS) {
            throw new NotShownException("made a reason of more than " + MOST_LETTERS + " letters");
        }
    }
}
