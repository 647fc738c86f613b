package org.daylight.decision;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The caller's trace, as the W3C recommendation Trace Context names it in the header {@code traceparent}. */
final class TraceContext {
    /** Version, trace id, parent id, flags; a later version may add to it behind another hyphen. */
    private static final Pattern TRACE_PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    private TraceContext() {}

    /** The trace id, 32 hex digits; empty when the header is missing or malformed, which the recommendation wants ignored. */
    static Optional<String> traceId(@Nullable String traceparent) {
        if (traceparent == null) {
            return Optional.empty();
        }
        Matcher parts = TRACE_PARENT.matcher(traceparent.strip());
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }
}
