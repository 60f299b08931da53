package dev.sillage.benchmark.flow;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** From the 202 of an event to the first answer that knows its footprint. */
final class Visibility {
    private static final int WATCHERS = 4;
    private static final int OK = 200;
    private static final long BETWEEN_LOOKS_NANOS = 10_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI reporting;
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

    Visibility(URI reporting) {
        this.reporting = reporting;
    }

    /** Follows the probes of a stream for so long, and answers how many milliseconds each took, sorted. */
    List<Double> watch(EventStream stream, Duration time) throws InterruptedException {
        stream.probes().clear();
        long end = System.nanoTime() + time.toNanos();
        List<Thread> watchers = new ArrayList<>();
        for (int i = 0; i < WATCHERS; i++) {
            Thread watcher = new Thread(() -> follow(stream, end));
            watcher.start();
            watchers.add(watcher);
        }
        for (Thread watcher : watchers) {
            watcher.join();
        }
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted;
    }

    private void follow(EventStream stream, long end) {
        try {
            while (System.nanoTime() < end) {
                EventStream.Probe probe = stream.probes().poll(100, TimeUnit.MILLISECONDS);
                if (probe != null) {
                    millis.add((seen(probe) - probe.acceptedNanos()) / 1e6);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long seen(EventStream.Probe probe) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(reporting.resolve("/v1/activities/"
                        + URLEncoder.encode(EventStream.SOURCE, StandardCharsets.UTF_8) + "/" + probe.id()))
                .timeout(LIMIT)
                .build();
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (http.send(request, BodyHandlers.discarding()).statusCode() != OK) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("Event " + probe.id() + " was accepted and is not visible");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        return System.nanoTime();
    }
}
