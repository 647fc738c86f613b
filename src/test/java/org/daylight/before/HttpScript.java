package org.daylight.before;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.daylight.fixture.SettableClock;

/**
 * Puts requests one after the other, as a script has them, a minute apart. A step is a line with verb and path, headers, a blank line
 * and a body. Three headers are not sent: {@code As} is the user, {@code At} sets the clock, {@code Keep} names the file of
 * evidence that the answer is. {@code PUBLISH} and {@code REPLACE} are edits of the rules folder.
 */
final class HttpScript {
    private static final List<String> SHOWN_HEADERS = List.of(
            "Allow",
            "Cache-Control",
            "Content-Language",
            "Content-Security-Policy",
            "Content-Type",
            "Location",
            "Retry-After",
            "Vary",
            "WWW-Authenticate");

    private static final int SHOWN_CHARACTERS = 12_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String service;
    private final RulesEdits rules;
    private final SettableClock clock;
    private final Placeholders placeholders;

    HttpScript(String service, RulesEdits rules, SettableClock clock, Placeholders placeholders) {
        this.service = service;
        this.rules = rules;
        this.clock = clock;
        this.placeholders = placeholders;
    }

    /** The answers to all of a script's requests. */
    String play(String script) {
        return Kept.steps(script).stream().map(this::answer).collect(Collectors.joining());
    }

    private String answer(String step) {
        String[] parts = placeholders.resolved(step).strip().split("\n\n", 2);
        List<String> head = parts[0].lines().toList();
        String[] verbAndPath = head.get(1).split(" ", 2);
        Map<String, String> headers = headers(head.subList(2, head.size()));
        String body = parts.length > 1 ? parts[1] : "";
        clock.set(
                headers.containsKey("At")
                        ? Instant.parse(String.valueOf(headers.remove("At")))
                        : clock.instant().plus(Duration.ofMinutes(1)));
        String answer =
                switch (verbAndPath[0]) {
                    case "PUBLISH" -> rules.publish(verbAndPath[1], () -> get("/schemes"));
                    case "REPLACE" -> rules.replace(verbAndPath[1], body, () -> get("/schemes"));
                    default -> answer(verbAndPath[0], verbAndPath[1], headers, body);
                };
        return "### " + head.get(0) + "\n" + Kept.shortened(placeholders.named(answer), SHOWN_CHARACTERS) + "\n";
    }

    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines) {
            String[] nameAndValue = line.split(": ", 2);
            headers.put(nameAndValue[0], nameAndValue[1]);
        }
        return headers;
    }

    private String answer(String verb, String path, Map<String, String> headers, String body) {
        String kept = headers.remove("Keep");
        HttpResponse<byte[]> response = response(verb, path, headers, body);
        StringBuilder answer = new StringBuilder().append(response.statusCode()).append('\n');
        for (String name : SHOWN_HEADERS) {
            response.headers().allValues(name).forEach(value -> answer.append(name)
                    .append(": ")
                    .append(value.replace(service, "{service}"))
                    .append('\n'));
        }
        String text = text(response);
        if (kept != null && Kept.REGENERATES) {
            Kept.write(Kept.EVIDENCE.resolve(kept), text);
        }
        return answer.append('\n').append(text).toString();
    }

    private HttpResponse<byte[]> response(String verb, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + path))
                .method(
                        verb,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach((name, value) -> {
            if (name.equals("As")) {
                request.header("Authorization", "Basic " + base64(value + ":" + value));
            } else {
                request.header(name, value);
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException unanswered) {
            throw new IllegalStateException(verb + " " + path, unanswered);
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        boolean isBinary = response.headers()
                .firstValue("Content-Type")
                .filter("application/octet-stream"::equals)
                .isPresent();
        return isBinary
                ? HexFormat.of().formatHex(response.body())
                : new String(response.body(), StandardCharsets.UTF_8);
    }

    String get(String path) {
        return text(response("GET", path, Map.of(), ""));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
