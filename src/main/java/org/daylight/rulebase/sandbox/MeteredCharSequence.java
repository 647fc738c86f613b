package org.daylight.rulebase.sandbox;

/** A text that charges for every letter looked at, as the expression that looks is large. */
final class MeteredCharSequence implements CharSequence {
    private final CharSequence text;
    private final long weight;
    private final long weightOfAStep;
    private long pending;

    MeteredCharSequence(CharSequence text, long weight, long weightOfAStep) {
        this.text = text;
        this.weight = weight;
        this.weightOfAStep = weightOfAStep;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        pending += weight;
        if (pending >= weightOfAStep) {
            Meter.steps(pending / weightOfAStep);
            pending %= weightOfAStep;
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
