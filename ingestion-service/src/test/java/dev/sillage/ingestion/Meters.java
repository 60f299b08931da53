package dev.sillage.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** What the running service says of itself at {@code /q/metrics}. */
public final class Meters {
    /** Longer than a body may take to arrive. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Meters() {}

    /** One series, by its name and tags as they are written there. */
    public static double value(String series) {
        return Door.send(Door.request("/q/metrics").build())
                .text()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until every request has ended and every byte was given back. */
    public static void nothingStaysInFlight() {
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(value("sillage_ingestion_in_flight_bytes")).isZero();
            assertThat(value("sillage_ingestion_requests_open")).isZero();
        });
    }
}
