package org.daylight.server;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the problems that HTTP itself has a status for, from the request that met them. */
@Singleton
record HttpProblems(Endpoints endpoints) {
    Problem unauthenticated(HttpServerRequest request) {
        String found = request.getHeader("Authorization") == null ? null : "credentials that nobody here has";
        return Problem.of(401, "unauthenticated", "Authorization", found, "the credentials of a user");
    }

    Problem forbidden(HttpServerRequest request) {
        return Problem.plain(
                403, "forbidden", "`" + request.method() + " " + request.path() + "` is not for this user");
    }

    Problem of(int status, HttpServerRequest request) {
        String verb = request.method().name();
        String path = request.path();
        return switch (status) {
            case 401 -> unauthenticated(request);
            case 403 -> forbidden(request);
            case 404 -> Problem.of(404, "not-found", "path", path, "a path listed at /q/openapi");
            case 405 -> Problem.of(405, "method-not-allowed", "method", verb, listed(endpoints.verbs(path)));
            case 406 ->
                Problem.of(
                        406,
                        "not-acceptable",
                        "Accept",
                        request.getHeader("Accept"),
                        listed(endpoints.produced(verb, path)));
            case 413 -> Problem.plain(413, "too-large", "the body is larger than the service reads");
            default ->
                Problem.plain(status, status == 400 ? "bad-request" : "http-" + status, "the request was refused");
        };
    }

    /** The HTTP methods that the request's path answers. */
    List<String> allowed(HttpServerRequest request) {
        return endpoints.verbs(request.path());
    }

    private static @Nullable String listed(List<String> choices) {
        return choices.isEmpty() ? null : String.join(" or ", choices);
    }
}
