package org.daylight.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Renders problems of requests that are refused before an endpoint is found: unknown paths, wrong passwords, large bodies. */
@Singleton
record RouteProblems(
        HttpProblems problems, FailureProblems failures, HttpAuthenticator authenticator, ObjectMapper json) {
    void listen(@Observes Router router) {
        router.errorHandler(404, context -> end(context, problems.of(404, context.request())));
        router.route().failureHandler(this::failed);
    }

    private void failed(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        Problem problem = problem(context.failure(), context.statusCode(), context.request());
        if (problem.status() == 401) {
            authenticator
                    .sendChallenge(context)
                    .subscribe()
                    .with(sent -> end(context, problem), unsent -> end(context, problem));
        } else {
            end(context, problem);
        }
    }

    private Problem problem(@Nullable Throwable failure, int status, HttpServerRequest request) {
        if (failure instanceof AuthenticationFailedException || failure instanceof UnauthorizedException) {
            return problems.unauthenticated(request);
        }
        if (failure instanceof ForbiddenException) {
            return problems.forbidden(request);
        }
        if (status >= 400 && status < 500) {
            return problems.of(status, request);
        }
        return failures.internal(failure == null ? new IllegalStateException("failed with " + status) : failure);
    }

    private void end(RoutingContext context, Problem problem) {
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is plain data", impossible);
        }
    }
}
