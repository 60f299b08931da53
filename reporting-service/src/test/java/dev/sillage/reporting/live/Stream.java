package dev.sillage.reporting.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Somebody who looks, with a client that reads as fast as it can. */
final class Stream implements AutoCloseable, Flow.Subscriber<String> {
    static final Duration LIMIT = Duration.ofSeconds(20);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final List<Event> events = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final CompletableFuture<HttpResponse.ResponseInfo> head = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private @Nullable CompletableFuture<?> untilEnd;
    private boolean closed;
    private String id = "";
    private String name = "";
    private final StringBuilder data = new StringBuilder();

    private Stream() {}

    record Event(String id, String name, String data) {
        JsonNode json() {
            try {
                return JSON.readTree(data);
            } catch (JsonProcessingException e) {
                throw new AssertionError(data, e);
            }
        }

        /** Without the moment, which is all that may differ between two events of the same figures. */
        JsonNode figures() {
            return ((ObjectNode) json()).without("asOf");
        }

        long version() {
            return Long.parseLong(id.substring(0, id.indexOf('-')));
        }

        long activitiesOfToday() {
            return json().at("/today/activities").asLong();
        }
    }

    /** Opens a stream without waiting for it. */
    static Stream open(String address, String key, @Nullable String lastEventId) {
        Stream stream = new Stream();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "v1/live"))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + key);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        CompletableFuture<HttpResponse<Void>> exchange = CLIENT.sendAsync(request.build(), response -> {
            stream.head.complete(response);
            return HttpResponse.BodySubscribers.fromLineSubscriber(stream);
        });
        stream.untilEnd = exchange.whenComplete((answer, failure) -> {
            if (failure != null) {
                stream.head.completeExceptionally(failure);
            }
        });
        return stream;
    }

    HttpResponse.ResponseInfo head() {
        return head.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    Event await(String what, Predicate<Event> wanted) {
        return await(what, LIMIT, wanted);
    }

    Event await(String what, Duration limit, Predicate<Event> wanted) {
        Awaitility.await(what).atMost(limit).pollInterval(Duration.ofMillis(20)).until(() -> find(wanted)
                .isPresent());
        return find(wanted).orElseThrow();
    }

    Event awaitFigures() {
        return await("figures", event -> event.name().equals("figures"));
    }

    Event awaitActivities(long count) {
        return await(
                count + " activities", event -> event.name().equals("figures") && event.activitiesOfToday() == count);
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized int comments() {
        return comments.size();
    }

    boolean ended() {
        return untilEnd != null && untilEnd.isDone();
    }

    private synchronized Optional<Event> find(Predicate<Event> wanted) {
        return events.stream().filter(wanted).reduce((first, second) -> second);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        if (closed) {
            begun.cancel();
        } else {
            begun.request(Long.MAX_VALUE);
        }
    }

    @Override
    public synchronized void onNext(String line) {
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = line.substring(colon + 1).stripLeading();
        switch (field) {
            case "" -> {
                if (colon == 0) {
                    comments.add(value);
                } else {
                    dispatch();
                }
            }
            case "id" -> id = value;
            case "event" -> name = value;
            case "data" -> data.append(value);
            default -> {}
        }
    }

    private void dispatch() {
        if (data.length() > 0) {
            events.add(new Event(id, name, data.toString()));
        }
        name = "";
        data.setLength(0);
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
}
