package org.daylight.scheme;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All types a scheme declares, by name. */
public record Types(SortedMap<String, DeclaredType> byName) {
    public Types {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    public Optional<DeclaredType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public boolean is(String name, DeclaredType.Kind kind) {
        return find(name).filter(type -> type.kind() == kind).isPresent();
    }

    public List<DeclaredType> ofKind(DeclaredType.Kind kind) {
        return byName.values().stream().filter(type -> type.kind() == kind).toList();
    }

    /** The type of a service's request; the vocabulary's own, without fields, where the service names none. */
    public DeclaredType requestType(ServiceEntry service) {
        return Optional.ofNullable(service.request())
                .flatMap(this::find)
                .orElseGet(() -> new DeclaredType("Request", DeclaredType.Kind.REQUEST, List.of(), "", 0));
    }

    /** Whether the scheme declares no event type: its score, made from need alone, may decide an essential service. */
    public boolean isNeedScheme() {
        return ofKind(DeclaredType.Kind.EVENT).isEmpty();
    }
}
