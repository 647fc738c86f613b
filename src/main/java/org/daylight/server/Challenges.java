package org.daylight.server;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The header that asks a caller to log in, in the words of whatever mechanism is on. */
final class Challenges {
    private Challenges() {}

    record Header(String name, String value) {}

    static Uni<Optional<Header>> of(RoutingContext context) {
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return authenticator.getChallenge(context).map(Challenges::header);
    }

    private static Optional<Header> header(ChallengeData challenge) {
        return challenge == null || challenge.headerName == null
                ? Optional.empty()
                : Optional.of(new Header(challenge.headerName.toString(), challenge.headerContent));
    }
}
