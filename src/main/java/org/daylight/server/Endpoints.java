package org.daylight.server;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The methods of each path and what they give, as annotated. JAX-RS knows it too, but does not tell its refusals: a caller who is
 * turned away should read what would have been let in.
 */
@Singleton
class Endpoints {
    private final List<Endpoint> all;

    private record Endpoint(String verb, Pattern path, List<String> produced) {}

    Endpoints(BeanManager beans) {
        all = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .flatMap(Endpoints::endpoints)
                .toList();
    }

    /** HTTP methods that the path answers, or empty when there is no such path. */
    List<String> verbs(String path) {
        return at(path).map(Endpoint::verb).distinct().sorted().toList();
    }

    List<String> produced(String verb, String path) {
        return at(path).filter(endpoint -> endpoint.verb().equals(verb))
                .flatMap(endpoint -> endpoint.produced().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Endpoint> at(String path) {
        return all.stream().filter(endpoint -> endpoint.path().matcher(path).matches());
    }

    private static Stream<Endpoint> endpoints(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(verb -> new Endpoint(verb.value(), path(method), produced(method)));
    }

    /** {@code {name}} is one step of a path, {@code {name:regex}} whatever its expression says. */
    private static Pattern path(Method method) {
        Path below = method.getAnnotation(Path.class);
        String template = method.getDeclaringClass().getAnnotation(Path.class).value()
                + (below == null ? "" : "/" + below.value()) + "/?";
        return Pattern.compile(template.replaceAll("/+", "/")
                .replaceAll("\\{[^:{}]+:([^{}]+)}", "(?:$1)")
                .replaceAll("\\{[^{}]+}", "[^/]+"));
    }

    private static List<String> produced(Method method) {
        return Stream.of(method, method.getDeclaringClass())
                .map(element -> element.getAnnotation(Produces.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(produces -> List.of(produces.value()))
                .orElse(List.of("application/json"));
    }
}
