package dev.sillage.reporting.export;

import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Footprints of one tenant and team, over several months, with figures that no binary number holds exactly. */
public final class TeamFootprints {
    private static final Instant START = Instant.parse("2026-01-20T08:00:00Z");
    private static final Duration SPAN = Duration.ofDays(100);

    private TeamFootprints() {}

    /** As many as asked for, each about as large as asked for; each has energy, each other criterion in half of them. */
    public static List<FootprintEvent> of(String tenant, String team, String kind, int count, double size) {
        Random random = new Random((tenant + team + kind).hashCode());
        List<FootprintEvent> footprints = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Map<Criterion, Figure> figures = new EnumMap<>(Criterion.class);
            for (Criterion criterion : Criterion.values()) {
                if (criterion == Criterion.ENERGY || i % 2 == 0) {
                    double low = size * (1 + random.nextDouble());
                    figures.put(criterion, Figure.rounded(low, low * 1.7, low * 3.1));
                }
            }
            Instant time = START.plusMillis((long) (random.nextDouble() * SPAN.toMillis()));
            footprints.add(one(
                    tenant, team, kind, kind + "-" + Integer.toHexString(team.hashCode()) + "-" + i, time, figures));
        }
        return footprints;
    }

    /** A single one. */
    public static FootprintEvent one(
            String tenant, String team, String kind, String id, Instant time, Map<Criterion, Figure> figures) {
        return new FootprintEvent(
                new ActivityReference(tenant, "urn:test:export", id),
                kind,
                time,
                time.plusSeconds(1),
                null,
                team.isEmpty() ? Map.of() : Map.of("team", team),
                "anthropic",
                "claude-opus-4",
                "FRA",
                figures,
                "sillage-2026.1",
                "2026.1+0123456789ab",
                Tier.CLASS,
                List.of("model-unknown", "zone-assumed"),
                null,
                null);
    }
}
