package dev.sillage.benchmark.flow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends prompts to the door at a steady rate, 100 in a request, on a few connections; the first of each is a probe, whose id can be had with the moment of its 202. Ends when it is closed.
 */
final class EventStream implements AutoCloseable {
    static final String SOURCE = "/benchmark/flow";

    private static final int IN_REQUEST = 100;
    private static final int CONNECTIONS = 4;
    private static final int ACCEPTED = 202;
    private static final long NANOS_OF_SECOND = 1_000_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI door;
    private final long nanosOfRequest;
    private final long start = System.nanoTime();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final LinkedBlockingQueue<Probe> probes = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    /** Begins to send. */
    EventStream(URI ingestion, int eventsPerSecond) {
        this.door = ingestion.resolve("/v1/events");
        this.nanosOfRequest = NANOS_OF_SECOND * IN_REQUEST / eventsPerSecond;
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread sender = new Thread(this::send, "events-" + i);
            sender.setDaemon(true);
            sender.start();
        }
    }

    /** Those that were accepted and are not taken from here yet. */
    LinkedBlockingQueue<Probe> probes() {
        return probes;
    }

    /** Events that were answered with 202. */
    long accepted() {
        return accepted.get();
    }

    /** Requests that were not. */
    long refused() {
        return refused.get();
    }

    @Override
    public void close() {
        closed = true;
    }

    private void send() {
        while (!closed) {
            long number = requests.getAndIncrement();
            long wait = start + number * nanosOfRequest - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            try {
                send(number);
            } catch (IOException e) {
                refused.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void send(long number) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(door)
                .timeout(LIMIT)
                .header("Content-Type", "application/cloudevents-batch+json")
                .POST(BodyPublishers.ofString(batch(number)))
                .build();
        if (http.send(request, BodyHandlers.discarding()).statusCode() != ACCEPTED) {
            refused.incrementAndGet();
            return;
        }
        probes.add(new Probe(id(number, 0), System.nanoTime()));
        accepted.addAndGet(IN_REQUEST);
    }

    private static String batch(long number) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        StringBuilder json = new StringBuilder(IN_REQUEST * 320);
        for (int i = 0; i < IN_REQUEST; i++) {
            json.append(i == 0 ? '[' : ',')
                    .append("{\"specversion\":\"1.0\",\"type\":\"dev.sillage.activity.llm-inference.v1\",\"source\":\""
                            + SOURCE + "\",\"id\":\"")
                    .append(id(number, i))
                    .append("\",\"time\":\"")
                    .append(now)
                    .append("\",\"data\":{\"provider\":\"openai\",\"model\":\"gpt-4o\"," + "\"inputTokens\":")
                    .append(100 + (number * 31 + i) % 900)
                    .append(",\"outputTokens\":")
                    .append(50 + (number + i * 7L) % 400)
                    .append(",\"labels\":{\"team\":\"team-")
                    .append(i % 20)
                    .append("\"}}}");
        }
        return json.append(']').toString();
    }

    private static String id(long number, int i) {
        return number + "-" + i;
    }

    /**
     * An event that was accepted.
     *
     * @param acceptedNanos when its 202 was there, by {@link System#nanoTime}
     */
    record Probe(String id, long acceptedNanos) {}
}
