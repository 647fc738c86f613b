package org.daylight.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.CallerProblemException.Violation;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem. Its kind is told by {@code code}, which is stable; {@code type} stays {@code about:blank}, as the RFC asks
 * where the title is the status's own.
 *
 * @param field the wrong part: a path into the caller's document, a header, a parameter
 * @param id by which the log knows a failure that is not the caller's
 * @param errors all violations, the first of which the problem itself repeats
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String field,
        @Nullable Object found,
        @Nullable String expected,
        @Nullable String id,
        @Nullable List<Violation> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(CallerProblemException problem) {
        Violation first = problem.violations().get(0);
        return new Problem(
                "about:blank",
                title(problem.status()),
                problem.status(),
                first.toString(),
                first.code(),
                first.field(),
                first.found(),
                first.expected(),
                null,
                problem.violations());
    }

    static Problem of(int status, String code, String field, @Nullable Object found, @Nullable String expected) {
        return of(CallerProblemException.of(status, code, field, found, expected));
    }

    /** A problem without a field. */
    static Problem plain(int status, String code, String detail) {
        return new Problem("about:blank", title(status), status, detail, code, null, null, null, null, null);
    }

    /** A failure of the service, with the id under which the log tells its cause. */
    static Problem ours(int status, String code, String detail, String id) {
        return new Problem("about:blank", title(status), status, detail, code, null, null, null, id, null);
    }

    private static String title(int status) {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }
}
