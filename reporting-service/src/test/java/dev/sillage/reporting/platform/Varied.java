package dev.sillage.reporting.platform;

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

/** Footprints that differ in every dimension, always the same ones for the same test. */
public final class Varied {
    private static final Map<String, List<String>> MODELS =
            Map.of("openai", List.of("gpt-4o", "gpt-5"), "anthropic", List.of("claude-opus-4"));
    private static final List<String> KINDS = List.of("llm-inference", "embedding", "email");
    private static final List<String> ZONES = List.of("FRA", "DEU", "USA");
    private static final List<String> TEAMS = List.of("search", "sales", "legal");

    private Varied() {}

    /** With that project, spread over a span of time; each has energy, and each other criterion in half of them. */
    public static List<FootprintEvent> over(String project, int count, Instant from, Duration span) {
        Random random = new Random(project.hashCode());
        List<FootprintEvent> footprints = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Map<Criterion, Figure> figures = new EnumMap<>(Criterion.class);
            for (Criterion criterion : Criterion.values()) {
                if (criterion == Criterion.ENERGY || random.nextBoolean()) {
                    double low = 1e-7 * Math.exp(12 * random.nextDouble());
                    figures.put(criterion, Figure.rounded(low, low * 1.7, low * 3.1));
                }
            }
            Instant time = from.plusMillis((long) (random.nextDouble() * span.toMillis()));
            String provider = one(List.copyOf(MODELS.keySet()).stream().sorted().toList(), random);
            footprints.add(new FootprintEvent(
                    new ActivityReference(Footprints.TENANT, "urn:test:" + project, String.valueOf(i)),
                    one(KINDS, random),
                    time,
                    time.plusSeconds(1),
                    null,
                    Map.of("team", one(TEAMS, random), "project", project),
                    provider,
                    one(MODELS.get(provider), random),
                    one(ZONES, random),
                    figures,
                    "sillage-2026.1",
                    "2026.1+0123456789ab",
                    random.nextBoolean() ? Tier.CLASS : Tier.REGISTRY,
                    List.of("model-unknown"),
                    null,
                    null));
        }
        return footprints;
    }

    /** Its value of a dimension. */
    public static String value(FootprintEvent footprint, String dimension) {
        return switch (dimension) {
            case "kind" -> footprint.kind();
            case "provider" -> footprint.provider();
            case "model" -> footprint.model();
            case "zone" -> footprint.zone();
            case "tier" -> footprint.tier().wireName();
            default -> footprint.labels().get(dimension);
        };
    }

    private static String one(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
