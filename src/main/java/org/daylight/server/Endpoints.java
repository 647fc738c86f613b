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
 * The HTTP methods of each path and the media types that they produce, as annotated. A refusal names those that would have been
 * right, and JAX-RS, which knows them too, does not tell.
 */
@Singleton
class Endpoints {
    private final List<Endpoint> endpoints;

    private record Endpoint(String verb, Pattern path, List<String> produced) {}

    Endpoints(BeanManager beans) {
        endpoints = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
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

    /** Media types that the method produces at the path. */
    List<String> produced(String verb, String path) {
        return at(path).filter(endpoint -> endpoint.verb().equals(verb))
                .flatMap(endpoint -> endpoint.produced().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Endpoint> at(String path) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.path().matcher(path).matches());
    }

    private static Stream<Endpoint> endpoints(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(verb -> new Endpoint(verb.value(), path(method), produced(method)));
    }

    /** The pattern of a method's paths: {@code {name}} stands for one segment, {@code {name:regex}} for its expression. */
    private static Pattern path(Method method) {
        Path ofMethod = method.getAnnotation(Path.class);
        String template = method.getDeclaringClass().getAnnotation(Path.class).value()
                + (ofMethod == null ? "" : "/" + ofMethod.value()) + "/?";
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
