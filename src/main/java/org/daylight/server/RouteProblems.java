package org.daylight.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Renders as problems what is refused before an endpoint is found: unknown paths, wrong passwords, oversized bodies. */
@ApplicationScoped
class RouteProblems {
    private final HttpProblems refusals;
    private final FailureProblems failures;
    private final ObjectMapper json;

    RouteProblems(HttpProblems refusals, FailureProblems failures, ObjectMapper json) {
        this.refusals = refusals;
        this.failures = failures;
        this.json = json;
    }

    void listen(@Observes Router router) {
        router.errorHandler(404, context -> end(context, refusals.of(404, context.request())));
        router.route().failureHandler(this::failed);
    }

    private void failed(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        Problem problem = problem(context.failure(), context.statusCode(), context.request());
        if (problem.status() == 401) {
            challenge(context, problem);
        } else {
            end(context, problem);
        }
    }

    private Problem problem(@Nullable Throwable failure, int status, HttpServerRequest request) {
        if (failure instanceof AuthenticationFailedException || failure instanceof UnauthorizedException) {
            return refusals.unauthenticated(request);
        }
        if (failure instanceof ForbiddenException) {
            return refusals.forbidden(request);
        }
        if (status >= 400 && status < 500) {
            return refusals.of(status, request);
        }
        return failures.internal(failure == null ? new IllegalStateException("failed with " + status) : failure);
    }

    private void challenge(RoutingContext context, Problem problem) {
        Challenges.of(context)
                .subscribe()
                .with(
                        challenge -> {
                            challenge.ifPresent(header -> context.response().putHeader(header.name(), header.value()));
                            end(context, problem);
                        },
                        ignored -> end(context, problem));
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
