package org.daylight.log.note;

/** Changes one bit. */
public final class Bits {
    private Bits() {}

    public static byte[] flipped(byte[] bytes, int bit) {
        byte[] altered = bytes.clone();
        altered[bit / 8] ^= (byte) (1 << bit % 8);
        return altered;
    }
}
