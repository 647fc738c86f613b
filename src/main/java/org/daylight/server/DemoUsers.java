package org.daylight.server;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * People to try Daylight with, each with the own name as password.
 *
 * <p>INVARIANT: no setting brings them into production. They exist only when the profile is {@code dev} or {@code test},
 * and not when {@code prod} is active beside it.
 */
final class DemoUsers {
    static final List<String> CITIZENS = List.of("ada", "ben", "chi", "dov", "eve");

    private static final Set<String> PROFILES = Set.of("dev", "test");

    private final Map<String, Role> roles;

    private DemoUsers(Map<String, Role> roles) {
        this.roles = roles;
    }

    static DemoUsers in(List<String> activeProfiles) {
        boolean allowed = activeProfiles.stream().anyMatch(PROFILES::contains) && !activeProfiles.contains("prod");
        return new DemoUsers(allowed ? rolesByName() : Map.of());
    }

    private static Map<String, Role> rolesByName() {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            if (role != Role.CITIZEN) {
                roles.put(role.id(), role);
            }
        }
        CITIZENS.forEach(citizen -> roles.put(citizen, Role.CITIZEN));
        return roles;
    }

    boolean exist() {
        return !roles.isEmpty();
    }

    /** The user's role, or empty when name and password are not a demo user's. */
    Optional<Role> roleOf(String name, char[] password) {
        Role role = roles.get(name);
        // Compared for unknown names too, so that the time taken does not tell which names exist.
        boolean same = MessageDigest.isEqual(
                name.getBytes(StandardCharsets.UTF_8), new String(password).getBytes(StandardCharsets.UTF_8));
        return same ? Optional.ofNullable(role) : Optional.empty();
    }

    /** Names with roles, for the log. */
    @Override
    public String toString() {
        return roles.entrySet().stream()
                .map(user -> user.getValue() == Role.CITIZEN ? user.getKey() + " (citizen)" : user.getKey())
                .collect(joining(", "));
    }
}
