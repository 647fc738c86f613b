package org.daylight.server;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Authenticates demo users by HTTP Basic. Where there are none, every password is wrong. */
@ApplicationScoped
class DemoIdentityProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private static final Logger LOG = Logger.getLogger(DemoIdentityProvider.class);

    private final DemoUsers users = DemoUsers.in(ConfigUtils.getProfiles());

    void warn(@Observes StartupEvent start) {
        if (users.exist()) {
            LOG.warnf("DEMO USERS ARE ON, password = name: %s. They exist in the dev and test profiles only.", users);
        }
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        return users.roleOf(request.getUsername(), request.getPassword().getPassword())
                .map(role -> Uni.createFrom().item(identity(request.getUsername(), role)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException("not a known user")));
    }

    private static SecurityIdentity identity(String name, Role role) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRole(role.id())
                .build();
    }
}
