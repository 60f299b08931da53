package dev.sillage.reporting.activity;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The public API of the calculation service; an answer that is late or too large is none. */
@ApplicationScoped
class CalculationService {
    private static final Logger LOG = Logger.getLogger(CalculationService.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MAX_BYTES = 2 << 20;

    private final URI estimates;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();

    CalculationService(CalculationConfig config) {
        URI url = config.url();
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalStateException(
                    "sillage.calculation.url must be an address like http://127.0.0.1:8081, not " + url);
        }
        estimates = url.resolve("/v1/estimates");
    }

    /** Being there at the start is all: an address that makes no sense stops the start, not the first question. */
    void checkConfiguration(@Observes StartupEvent starting) {}

    /** The answer to an estimate, or null when there was none; asked with the caller's own credential. */
    @Nullable
    Answer estimate(String request, String language, @Nullable String authorization) {
        HttpRequest.Builder asked = HttpRequest.newBuilder(estimates)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Accept-Language", language)
                .POST(BodyPublishers.ofString(request));
        if (authorization != null) {
            asked.header("Authorization", authorization);
        }
        CompletableFuture<Answer> answer = http.sendAsync(asked.build(), CalculationService::bounded)
                .thenApply(response -> new Answer(response.statusCode(), response.body()));
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            LOG.infof("no explanation from %s: %s", estimates, e.toString());
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static HttpResponse.BodySubscriber<String> bounded(HttpResponse.ResponseInfo response) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return HttpResponse.BodySubscribers.mapping(
                BodyHandlers.ofByteArrayConsumer(chunk -> chunk.ifPresent(part -> {
                            if (bytes.size() + part.length > MAX_BYTES) {
                                throw new IllegalStateException("the answer is larger than " + MAX_BYTES + " bytes");
                            }
                            bytes.writeBytes(part);
                        }))
                        .apply(response),
                end -> bytes.toString(StandardCharsets.UTF_8));
    }

    /** What the service said. */
    record Answer(int status, String body) {}
}
