package org.daylight.log.verify;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A log served over HTTP. */
public final class LogServer implements LogSource {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String prefix;

    /**
     * A log that is fetched piece by piece as it is read.
     *
     * @param url the log's prefix, such as {@code https://daylight.example/log}
     */
    public LogServer(String url) {
        this.prefix = url.endsWith("/") ? url : url + "/";
    }

    @Override
    public Optional<byte[]> read(String path) {
        String url = prefix + path;
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case HttpURLConnection.HTTP_OK -> Optional.of(response.body());
                case HttpURLConnection.HTTP_NOT_FOUND -> Optional.empty();
                default -> throw new UnreadableLogException("`" + url + "` was answered with " + response.statusCode());
            };
        } catch (IOException | IllegalArgumentException refused) {
            throw new UnreadableLogException("cannot read `" + url + "`: " + refused, refused);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UnreadableLogException("interrupted while reading `" + url + "`", stop);
        }
    }
}
