package org.daylight.rulebase.sandbox;

/** A text that charges a step for every letter looked at: a regular expression that backtracks without end pays for it. */
record MeteredCharSequence(CharSequence text) implements CharSequence {
    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        Meter.step();
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new MeteredCharSequence(text.subSequence(start, end));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
