package org.daylight.problem;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The media type of a request's body, as its header declares it.
 *
 * @param type the media type without parameters, in lower case
 * @param charset from the parameter of that name, else UTF-8
 */
public record ContentType(String type, Charset charset) {
    private static final String CHARSET = "charset=";

    /**
     * Reads a {@code Content-Type} header.
     *
     * @throws CallerProblemException 415 when it is none of the accepted types or names an unknown charset
     */
    public static ContentType of(@Nullable String header, List<String> accepted) {
        String[] parts = header == null ? new String[] {""} : header.split(";", -1);
        String type = parts[0].strip().toLowerCase(Locale.ROOT);
        if (!accepted.contains(type)) {
            throw unsupported(header, "`" + String.join("` or `", accepted) + "`");
        }
        String charset = Stream.of(parts)
                .skip(1)
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .filter(part -> part.startsWith(CHARSET))
                .map(part -> part.substring(CHARSET.length()).replace("\"", ""))
                .findFirst()
                .orElse("utf-8");
        try {
            return new ContentType(type, Charset.forName(charset));
        } catch (IllegalArgumentException unknownCharset) {
            throw unsupported(header, "charset `utf-8`");
        }
    }

    /**
     * Decodes a body.
     *
     * @throws CallerProblemException 400 when the bytes are no text in this charset
     */
    public String decode(byte[] body) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException notText) {
            throw CallerProblemException.of(
                    400, "malformed-json", "", "bytes that are no text in " + charset.name(), "a JSON document");
        }
    }

    private static CallerProblemException unsupported(@Nullable String header, String expected) {
        return CallerProblemException.of(415, "unsupported-media-type", "Content-Type", header, expected);
    }
}
