package dev.sillage.ingestion.series;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sillage.access.Tenant;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.ingestion.check.CheckedEvent;
import dev.sillage.ingestion.check.EventCheck;
import dev.sillage.ingestion.check.Outcome;
import dev.sillage.ingestion.observation.Observation;
import dev.sillage.ingestion.observation.Window;
import dev.sillage.ingestion.otlp.EventWriter;
import dev.sillage.ingestion.otlp.ModelCall;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What the records of one poll come to: activities, letters, and states that have moved. */
final class Batch {
    private static final String TOO_MANY = "too-many-series";

    /** On average; a single one may hold more. */
    private static final int SERIES_IN_A_STATE = 10;

    private final EventCheck check;
    private final EventWriter writer;
    private final int maxSeries;
    private final Map<From, List<CheckedEvent>> activities = new LinkedHashMap<>();
    private final List<Letter> letters = new ArrayList<>(0);
    private int spansWon;

    /** What activities of the same request share. */
    record From(Tenant tenant, Instant acceptedAt) {}

    /** A record that is set aside, and why. */
    record Letter(ConsumerRecord<byte[], byte[]> record, String reason, String detail) {}

    /**
     * @param maxSeries how many states one partition may hold
     */
    Batch(EventCheck check, EventWriter writer, int maxSeries) {
        this.check = check;
        this.writer = writer;
        this.maxSeries = maxSeries;
    }

    /** Counts one record; one that cannot be read costs only itself. */
    void take(ConsumerRecord<byte[], byte[]> record, SeriesStates states) {
        From from;
        Observation observation;
        try {
            from = new From(
                    new Tenant(header(record, ActivityTopic.HEADER_TENANT)),
                    Instant.parse(header(record, ActivityTopic.HEADER_ACCEPTED_AT)));
            if (record.value() == null) {
                String service = new String(record.key(), UTF_8)
                        .substring(from.tenant().name().length() + 1);
                SeriesKey key = SeriesKey.ofService(from.tenant().name(), service);
                // Names that are never the same must not fill the memory.
                if (states.has(key) || states.size() < maxSeries) {
                    states.spansSeen(key, from.acceptedAt());
                }
                return;
            }
            observation = Observation.read(record.value());
        } catch (IOException | IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            setAside(record, "unreadable-observation", "The record is no observation.");
            return;
        }
        for (Window window : observation.windows()) {
            count(record, from, observation, window, states);
        }
    }

    private void count(
            ConsumerRecord<byte[], byte[]> record,
            From from,
            Observation observation,
            Window window,
            SeriesStates states) {
        String tenant = from.tenant().name();
        SeriesKey key = SeriesKey.ofCalls(tenant, observation, window);
        if (!states.has(key) && (states.size() >= maxSeries || states.sizeOf(tenant) >= maxSeries / 2)) {
            setAside(
                    record,
                    TOO_MANY,
                    "More than " + maxSeries + " series are not kept, and half of them for a tenant.");
            return;
        }
        int room = maxSeries * SERIES_IN_A_STATE - states.entries();
        Counting counting = Counting.of(states.of(key), window, from.acceptedAt(), room);
        if (counting.refused() > 0) {
            // What is known goes on being counted; the letter, sent again, adds only what was refused.
            setAside(
                    record,
                    TOO_MANY,
                    counting.refused() + " data points are of series beyond the " + Counting.MAX_ENTRIES
                            + " that are told apart for the same calls. Set service.instance.id.");
        }
        boolean spansWin = states.spansWin(SeriesKey.ofService(tenant, observation.service()), from.acceptedAt());
        ModelCall call = spansWin ? null : ObservedCalls.of(observation, window, counting);
        if (call == null) {
            states.put(key, counting.next());
            spansWon += spansWin && !counting.increments().isEmpty() ? 1 : 0;
            return;
        }
        Outcome outcome = check.check(writer.write(call), from.acceptedAt());
        if (outcome instanceof Outcome.Accepted accepted) {
            states.put(key, counting.next());
            activities.computeIfAbsent(from, any -> new ArrayList<>()).add(accepted.event());
        } else if (outcome instanceof Outcome.Refused refused) {
            // The series stay where they stood: sent again, the letter can still be counted.
            setAside(
                    record,
                    refused.findings().get(0).type().code(),
                    refused.findings().get(0).detail());
        } else {
            throw new IllegalStateException("an event of our own writing is not JSON");
        }
    }

    /** Once, however many of its windows are wrong. */
    private void setAside(ConsumerRecord<byte[], byte[]> record, String reason, String detail) {
        if (letters.isEmpty() || letters.get(letters.size() - 1).record() != record) {
            letters.add(new Letter(record, reason, detail));
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) throws IOException {
        Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IOException("no header " + name);
        }
        return new String(header.value(), UTF_8);
    }

    Map<From, List<CheckedEvent>> activities() {
        return activities;
    }

    List<Letter> letters() {
        return letters;
    }

    /** How many windows were not counted because their service sends spans. */
    int spansWon() {
        return spansWon;
    }
}
