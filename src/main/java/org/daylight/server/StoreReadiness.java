package org.daylight.server;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the store can be read. Being alive is not in question: starting the service anew brings no store back. */
@Readiness
@Singleton
class StoreReadiness implements HealthCheck {
    private final StoreWatch store;

    StoreReadiness(StoreWatch store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> away = store.whyAway();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("store").status(away.isEmpty());
        away.ifPresent(why -> response.withData("reason", why));
        return response.build();
    }
}
