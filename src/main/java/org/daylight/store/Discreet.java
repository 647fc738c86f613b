package org.daylight.store;

import java.util.regex.Pattern;

/** Leaves out of an address, or of what a driver says about one, the name and password that some write into it. */
final class Discreet {
    private static final Pattern BEFORE_HOST = Pattern.compile("(//|`|\\s|^)[^\\s`]*@");
    private static final Pattern PARAMETER = Pattern.compile("(?i)(password|user|token|secret)(=)[^&\\s`]*");

    private Discreet() {}

    static String text(String text) {
        return PARAMETER.matcher(BEFORE_HOST.matcher(text).replaceAll("$1…@")).replaceAll("$1$2…");
    }
}
