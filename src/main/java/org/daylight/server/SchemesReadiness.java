package org.daylight.server;

import static java.util.stream.Collectors.joining;

import jakarta.inject.Singleton;
import org.daylight.problem.AuthorProblem;
import org.daylight.publication.LiveSchemes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once a scheme is live. What is wrong with the latest edits is shown, but closes no door: the live revisions answer. */
@Readiness
@Singleton
class SchemesReadiness implements HealthCheck {
    private final LiveSchemes schemes;

    SchemesReadiness(LiveSchemes schemes) {
        this.schemes = schemes;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("schemes").status(!schemes.ids().isEmpty());
        schemes.ids().forEach(id -> schemes.live(id)
                .ifPresent(
                        live -> response.withData(id, "revision " + live.rules().revision())));
        schemes.problems()
                .forEach((id, problems) -> response.withData(
                        id + " problems",
                        problems.stream().map(AuthorProblem::toString).collect(joining("\n"))));
        return response.build();
    }
}
