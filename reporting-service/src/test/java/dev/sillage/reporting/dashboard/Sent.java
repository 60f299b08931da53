package dev.sillage.reporting.dashboard;

import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.footprint.Tier;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** What the page has to show, sent by way of the topic. */
final class Sent {
    /** A partition that no activity of another test comes from. */
    private static final int ORIGIN_PARTITION = 77;

    private static final AtomicLong ORIGIN_OFFSET = new AtomicLong();

    private Sent() {}

    /** One activity with round figures: 2 kWh (1 to 4), 0.8 + 0.2 kg CO2e, and no water at all. */
    static FootprintEvent activity(String kind, Map<String, String> labels) {
        return new FootprintEvent(
                new ActivityReference(
                        Footprints.TENANT, "urn:dashboard", UUID.randomUUID().toString()),
                kind,
                Instant.now(),
                Instant.now(),
                null,
                labels,
                "openai",
                "gpt-4o",
                "USA",
                Map.of(
                        Criterion.ENERGY, Figure.rounded(1, 2, 4),
                        Criterion.GHG_OPERATIONAL_LOCATION, Figure.rounded(0.4, 0.8, 1.6),
                        Criterion.GHG_EMBODIED, Figure.rounded(0.1, 0.2, 0.4)),
                "ecologits-2026-09",
                "2026.1+0123456789ab",
                Tier.REGISTRY,
                List.of("zone-fallback"),
                null,
                null);
    }

    /** One labelled as demonstration, in a series of its own, so that {@link #forgetDemonstrations} can drop it. */
    static FootprintEvent demonstration(String project) {
        return activity(
                "email",
                Map.of(
                        "environment",
                        "demo",
                        "project",
                        project,
                        "team",
                        UUID.randomUUID().toString()));
    }

    /** Other tests list the environments that there are. */
    static void forgetDemonstrations(DataSource database) {
        forgetAll(database);
        new Tables(database).change("DELETE FROM series WHERE environment = 'demo'");
    }

    /** Returns when they are in the report. */
    static void send(String servers, DataSource database, List<FootprintEvent> footprints) {
        try (Log log = new Log(servers, database)) {
            log.publish(footprints.stream()
                    .map(footprint -> Footprints.record(
                            footprint,
                            "sillage.activities/" + ORIGIN_PARTITION + "/" + ORIGIN_OFFSET.incrementAndGet()))
                    .toList());
            log.awaitTaken(FootprintTopic.NAME);
        }
    }

    /** As on the first day: no activity, no count. Series and offsets stay, because the service knows them by heart. */
    static void forgetAll(DataSource database) {
        new Tables(database)
                .change(
                        "TRUNCATE identity, ledger, rollup_minute, rollup_hour, rollup_day, rollup_month, reconciliation, dead_letter,"
                                + " unknown_model, avoidance");
    }
}
