package org.daylight.rulebase.sandbox;

/** A text that charges a step for every letter looked at: a regular expression that backtracks without end pays for it. */
final class CountedText implements CharSequence {
    private final CharSequence text;

    CountedText(CharSequence text) {
        this.text = text;
    }

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
        return new CountedText(text.subSequence(start, end));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
