package org.daylight.server;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each path takes and gives, as annotated. JAX-RS knows it too, but does not tell its refusals: a caller who is turned
 * away should read what would have been let in.
 */
@Singleton
class Endpoints {
    private final List<Endpoint> all;

    Endpoints(BeanManager beans) {
        List<Endpoint> found = new ArrayList<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Class<?> type = bean.getBeanClass();
            if (type.isAnnotationPresent(Path.class)) {
                for (Method method : type.getDeclaredMethods()) {
                    verb(method).ifPresent(verb -> found.add(Endpoint.of(verb, type, method)));
                }
            }
        }
        all = List.copyOf(found);
    }

    /** HTTP methods that the path answers, or empty when there is no such path. */
    List<String> verbs(String path) {
        return at(path).map(Endpoint::verb).distinct().sorted().toList();
    }

    List<String> consumed(String verb, String path) {
        return media(verb, path, Endpoint::consumes);
    }

    List<String> produced(String verb, String path) {
        return media(verb, path, Endpoint::produces);
    }

    private List<String> media(String verb, String path, Function<Endpoint, List<String>> side) {
        return at(path).filter(endpoint -> endpoint.verb().equals(verb))
                .flatMap(endpoint -> side.apply(endpoint).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Endpoint> at(String path) {
        return all.stream().filter(endpoint -> endpoint.path().matcher(path).matches());
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private record Endpoint(String verb, Pattern path, List<String> consumes, List<String> produces) {
        static Endpoint of(String verb, Class<?> type, Method method) {
            Path below = method.getAnnotation(Path.class);
            String template = type.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
            return new Endpoint(
                    verb,
                    pattern(template),
                    media(either(type, method, Consumes.class), Consumes::value),
                    media(either(type, method, Produces.class), Produces::value));
        }

        private static Pattern pattern(String template) {
            StringBuilder pattern = new StringBuilder();
            for (String part : template.split("/", -1)) {
                if (!part.isEmpty()) {
                    pattern.append('/').append(part.startsWith("{") ? part(part) : Pattern.quote(part));
                }
            }
            return Pattern.compile(pattern + "/?");
        }

        /** {@code {name}} is one step of a path, {@code {name:regex}} whatever its expression says. */
        private static String part(String template) {
            int colon = template.indexOf(':');
            return colon < 0
                    ? "[^/]+"
                    : "(?:"
                            + template.substring(colon + 1, template.length() - 1)
                                    .trim() + ")";
        }

        private static <A extends Annotation> @Nullable A either(Class<?> type, Method method, Class<A> wanted) {
            A own = method.getAnnotation(wanted);
            return own == null ? type.getAnnotation(wanted) : own;
        }

        private static <A extends Annotation> List<String> media(@Nullable A annotation, Function<A, String[]> value) {
            return annotation == null ? List.of("application/json") : List.of(value.apply(annotation));
        }
    }
}
