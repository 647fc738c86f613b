package org.daylight.server;

import static java.util.stream.Collectors.joining;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.daylight.problem.AuthorProblem;
import org.daylight.publication.LiveSchemes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether decisions can be asked for. There is no check of liveness: restarting the service brings no store back. */
class HealthChecks {
    /** Problems of one scheme on the page; its own page has all. */
    private static final int MOST_TOLD = 20;

    /** Ready while the store can be read. */
    @Readiness
    @Singleton
    HealthCheck store(StoreWatch store) {
        return () -> {
            Optional<String> away = store.whyAway();
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("store").status(away.isEmpty());
            away.ifPresent(why -> response.withData("reason", why));
            return response.build();
        };
    }

    /** Ready once a scheme is live. Problems of the latest edits are shown, but do not count: the live revisions answer. */
    @Readiness
    @Singleton
    HealthCheck schemes(LiveSchemes schemes) {
        return () -> {
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("schemes").status(!schemes.ids().isEmpty());
            schemes.ids().forEach(id -> schemes.live(id)
                    .ifPresent(live ->
                            response.withData(id, "revision " + live.rules().revision())));
            schemes.troubled().forEach((id, trouble) -> {
                response.withData(
                        id + " problems",
                        trouble.problems().stream()
                                .limit(MOST_TOLD)
                                .map(AuthorProblem::toString)
                                .collect(joining("\n")));
                response.withData(id + " problems since", trouble.since().toString());
            });
            return response.build();
        };
    }
}
