package org.daylight.rulebase.lint;

import org.daylight.problem.Place;

/**
 * A line that allows what a lint finds.
 *
 * @param reason why; empty when the author gave none
 * @param place of the line itself
 * @param from first line of what it is about
 * @param to last line of it
 */
record Allowance(String code, String reason, Place place, int from, int to) {
    boolean covers(Warning warning) {
        Place about = warning.allowedAt();
        return code.equals(warning.code().toString())
                && place.file().equals(about.file())
                && about.line() >= from
                && about.line() <= to;
    }
}
