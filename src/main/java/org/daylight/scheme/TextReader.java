package org.daylight.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 with or without a byte order mark, and never anything else as if it were. Everything before the first byte that is no
 * text is handed out; then {@link UnsoundTextException} says where it stands.
 */
public final class TextReader extends Reader {
    private static final int CHUNK = 8192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int DELETE = 0x7F;
    private static final int LAST_CONTROL = 0x9F;
    private static final char LINE_SEPARATOR = 0x2028;
    private static final char PARAGRAPH_SEPARATOR = 0x2029;
    private static final int UTF_16_MARK = 0xFE;

    private final InputStream input;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private final CharBuffer letters = CharBuffer.allocate(CHUNK).flip();
    private boolean ended;
    private boolean begun;
    private int line = 1;
    private int column = 1;
    private char before;
    private @Nullable UnsoundTextException unsound;

    public TextReader(InputStream input) {
        this.input = input;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!letters.hasRemaining() && !fill()) {
            return -1;
        }
        int count = Math.min(length, letters.remaining());
        letters.get(into, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    /** Decodes the next letters; false at the end. */
    private boolean fill() throws IOException {
        if (unsound != null) {
            throw unsound;
        }
        while (true) {
            letters.clear();
            CoderResult result = decoder.decode(bytes, letters, ended);
            letters.flip();
            skipByteOrderMark();
            look();
            if (letters.hasRemaining()) {
                return true;
            }
            if (unsound != null) {
                throw unsound;
            }
            if (result.isError()) {
                throw notUtf8(Byte.toUnsignedInt(bytes.get(bytes.position())));
            }
            if (ended) {
                return false;
            }
            load();
        }
    }

    private void load() throws IOException {
        bytes.compact();
        int count = input.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(0, count));
        bytes.flip();
    }

    private void skipByteOrderMark() {
        if (!begun && letters.hasRemaining()) {
            begun = true;
            if (letters.get(letters.position()) == BYTE_ORDER_MARK) {
                letters.get();
            }
        }
    }

    /** Counts lines, and ends the letters before the first one that nobody would see. */
    private void look() {
        for (int at = letters.position(); at < letters.limit(); at++) {
            char letter = letters.get(at);
            if (isControl(letter) || letter == BYTE_ORDER_MARK) {
                unsound = controlCharacter(letter);
                letters.limit(at);
            } else {
                count(letter);
            }
        }
    }

    /** A line ends with a line feed, a carriage return, or both. */
    private void count(char letter) {
        if (letter == '\r' || (letter == '\n' && before != '\r')) {
            line++;
        }
        column = letter == '\r' || letter == '\n' ? 1 : column + 1;
        before = letter;
    }

    private static boolean isControl(char letter) {
        boolean layout = letter == '\t' || letter == '\n' || letter == '\r';
        return (letter < ' ' && !layout)
                || (letter >= DELETE && letter <= LAST_CONTROL)
                // Line ends to YAML, and nothing to most editors.
                || letter == LINE_SEPARATOR
                || letter == PARAGRAPH_SEPARATOR;
    }

    private UnsoundTextException controlCharacter(char letter) {
        String message = letter == BYTE_ORDER_MARK
                ? "a byte order mark (U+FEFF) stands here, which nobody can see: it may only begin a file"
                : String.format("a control character (U+%04X) stands here, which nobody can see", (int) letter);
        return new UnsoundTextException(
                ProblemCode.CONTROL_CHARACTER,
                line,
                column,
                message,
                letter == 0 ? "delete it, or save the file as UTF-8 if it is UTF-16 or UTF-32" : "delete it");
    }

    private UnsoundTextException notUtf8(int found) {
        boolean utf16 = !begun && found >= UTF_16_MARK;
        return new UnsoundTextException(
                ProblemCode.NOT_UTF_8,
                line,
                column,
                utf16
                        ? "the file is UTF-16 or UTF-32, expected UTF-8"
                        : String.format("the byte %02X here is no UTF-8, which all files must be", found),
                "save the file as UTF-8");
    }
}
