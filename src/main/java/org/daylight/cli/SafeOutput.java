package org.daylight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints texts of others (names, reasons, paths) so that a terminal takes them for text: characters that would move the cursor,
 * change colours or turn the direction of writing are shown as {@code \u001b}, which is the same character to whoever reads JSON.
 * What is printed as a line stays one line; what is written may have many.
 */
final class SafeOutput extends PrintWriter {
    private static final String BIDIRECTIONAL = "\\x{61C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}";
    private static final String OTHER_LINE_ENDS = "\\x{2028}\\x{2029}";
    private static final Pattern UNSAFE_IN_LINE =
            Pattern.compile("[\\p{Cc}" + BIDIRECTIONAL + OTHER_LINE_ENDS + "&&[^\\t]]");
    private static final Pattern UNSAFE_IN_PAGE =
            Pattern.compile("\\r(?!\\n)|[\\p{Cc}" + BIDIRECTIONAL + OTHER_LINE_ENDS + "&&[^\\t\\n\\r]]");

    SafeOutput(Writer out) {
        super(out);
    }

    @Override
    public void print(String line) {
        super.print(escaped(UNSAFE_IN_LINE, String.valueOf(line)));
    }

    @Override
    public void write(String text, int offset, int length) {
        String page = escaped(UNSAFE_IN_PAGE, text.substring(offset, offset + length));
        super.write(page, 0, page.length());
    }

    @Override
    public void write(char[] text, int offset, int length) {
        write(new String(text, offset, length), 0, length);
    }

    @Override
    public void write(int letter) {
        write(Character.toString((char) letter), 0, 1);
    }

    /** Prints what is our own, or what programs read to the byte. */
    void exact(String text) {
        try {
            out.write(text);
        } catch (IOException closed) {
            setError();
        }
    }

    private static String escaped(Pattern unsafe, String text) {
        return unsafe.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().equals("\n")
                                ? "\\n"
                                : String.format("\\u%04x", (int) found.group().charAt(0))));
    }
}
