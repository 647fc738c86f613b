package org.daylight.server;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.daylight.decision.UnreadableDecisionException;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.log.note.MalformedNoteException;
import org.daylight.problem.CallerProblemException;
import org.daylight.store.RecordDamagedException;
import org.daylight.store.StoreAway;
import org.daylight.store.StoreBusyException;
import org.daylight.store.StoreFailureException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Renders whatever an endpoint throws as a problem. A request that reaches no endpoint is left to {@link RouteProblems}. */
record ProblemMapper(HttpProblems problems, FailureProblems failures, HttpAuthenticator authenticator) {
    @ServerExceptionMapper
    Response callerProblem(CallerProblemException problem) {
        return response(Problem.of(problem));
    }

    @ServerExceptionMapper
    Uni<Response> unauthorized(UnauthorizedException refused, RoutingContext context) {
        return challenge(context);
    }

    @ServerExceptionMapper
    Uni<Response> authenticationFailed(AuthenticationFailedException refused, RoutingContext context) {
        return challenge(context);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused, HttpServerRequest request) {
        return response(problems.forbidden(request));
    }

    @ServerExceptionMapper
    Response httpProblem(WebApplicationException refused, HttpServerRequest request) {
        int status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        if (status >= 500) {
            return unexpected(refused);
        }
        Response.ResponseBuilder response = Response.fromResponse(response(problems.of(status, request)));
        return status == 405
                ? response.header(HttpHeaders.ALLOW, String.join(", ", problems.allowed(request)))
                        .build()
                : response.build();
    }

    @ServerExceptionMapper
    Response busy(StoreBusyException full) {
        Problem problem = Problem.plain(503, "busy", "more is waiting to be written than can wait; nothing was kept");
        return later(problem, full.retryAfter());
    }

    /** A request that only reads is not told whether anything was kept. */
    @ServerExceptionMapper
    Response storeFailure(StoreFailureException failure, HttpServerRequest request) {
        boolean reading =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        return later(reading ? failures.away(failure) : failures.store(failure), StoreAway.RETRY_AFTER);
    }

    @ServerExceptionMapper
    Response recordDamaged(RecordDamagedException damage) {
        return response(failures.damaged(damage.kind(), damage));
    }

    @ServerExceptionMapper
    Response unreadableDecision(UnreadableDecisionException damage) {
        return response(failures.damaged("decision", damage));
    }

    /** No request has a note in it: those that an endpoint reads are the log's. */
    @ServerExceptionMapper
    Response malformedNote(MalformedNoteException damage) {
        return response(failures.damaged("log", damage));
    }

    @ServerExceptionMapper
    Response evaluationFailed(EvaluationFailedException failure) {
        return response(failures.evaluation(failure));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        return StoreAway.isCauseOf(failure)
                ? later(failures.away(failure), StoreAway.RETRY_AFTER)
                : response(failures.internal(failure));
    }

    private Uni<Response> challenge(RoutingContext context) {
        Response refused = response(problems.unauthenticated(context.request()));
        return authenticator.sendChallenge(context).map(sent -> refused);
    }

    private static Response later(Problem problem, Duration retryAfter) {
        return Response.fromResponse(response(problem))
                .header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds())
                .build();
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
