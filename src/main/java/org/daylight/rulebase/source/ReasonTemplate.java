package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.vocabulary.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The text of a {@code @reason}: words, and in braces what is filled in from the match, {@code {$binding}} or
 * {@code {$binding.field}}. {@code {$binding:2}} shows a whole number of hundredths with its two decimals.
 */
public record ReasonTemplate(String text, List<Place> places) {
    private static final Pattern PLACE = Pattern.compile("\\{\\s*([$\\w]+)((?:\\.\\w+)*)(?::(\\d))?\\s*}");

    /**
     * A place to fill in.
     *
     * @param binding the variable, with its {@code $}
     * @param fields the path from it, may be empty
     * @param decimals how many of a whole number's digits stand behind the point
     */
    public record Place(String binding, List<String> fields, int decimals, int start, int end) {
        /** A value as text for this place. */
        String shown(@Nullable Object value) {
            return decimals > 0 && value instanceof Number whole
                    ? Numbers.decimal(whole.longValue(), decimals)
                    : String.valueOf(value);
        }
    }

    public static ReasonTemplate parse(String text) {
        List<Place> places = new ArrayList<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            String path = matcher.group(2);
            List<String> fields =
                    path.isEmpty() ? List.of() : List.of(path.substring(1).split("\\."));
            int decimals = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
            places.add(new Place(matcher.group(1), fields, decimals, matcher.start(), matcher.end()));
        }
        return new ReasonTemplate(text, List.copyOf(places));
    }

    /** The beginning of what looks like a place but is none, such as {@code {late days}}; empty when nothing does. */
    public String unfillable() {
        String rest = PLACE.matcher(text).replaceAll("");
        int brace = rest.indexOf('{');
        return brace < 0 ? "" : rest.substring(brace, Math.min(rest.length(), brace + 20));
    }

    /** The reason as shown, each place filled with what {@code valueAt} finds there. */
    public String fill(Function<Place, @Nullable Object> valueAt) {
        StringBuilder shown = new StringBuilder();
        int from = 0;
        for (Place place : places) {
            shown.append(text, from, place.start()).append(place.shown(valueAt.apply(place)));
            from = place.end();
        }
        return shown.append(text.substring(from)).toString();
    }
}
