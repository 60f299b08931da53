package dev.sillage.calculation.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.AvoidanceEvent;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.footprint.SignedFigure;
import dev.sillage.footprint.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EncodersTest {
    private static final Instant TIME = Instant.parse("2026-11-23T09:14:07.250Z");
    private static final ActivityReference ACTIVITY = new ActivityReference("local", "/s", "1");

    @Test
    void aFootprintIsWrittenWithItsFunctionalUnitAndData() {
        FootprintEvent event = new FootprintEvent(
                ACTIVITY,
                "email",
                TIME,
                TIME,
                "someone",
                Map.of("team", "a"),
                null,
                null,
                "FRA",
                "eu-west-3",
                Map.of(Criterion.ENERGY, Figure.rounded(0, 0.5, 2e-8 + 1)),
                "m",
                "f",
                Tier.CLASS,
                List.of("w"),
                FunctionalUnit.rounded("mail", 12),
                "{\"bytes\":75000}");

        assertThat(new String(FootprintEncoder.encode(event), UTF_8))
                .isEqualTo("{\"activity\":{\"tenant\":\"local\",\"source\":\"/s\",\"id\":\"1\"},\"kind\":\"email\","
                        + "\"time\":\"2026-11-23T09:14:07.250Z\",\"acceptedAt\":\"2026-11-23T09:14:07.250Z\","
                        + "\"subject\":\"someone\",\"labels\":{\"team\":\"a\"},\"zone\":\"FRA\",\"region\":\"eu-west-3\","
                        + "\"figures\":{\"energy\":{\"low\":0,\"central\":0.5,\"high\":1.00000002000}},"
                        + "\"methodology\":\"m\",\"factorSet\":\"f\",\"tier\":\"class\",\"warnings\":[\"w\"],"
                        + "\"functionalUnit\":{\"unit\":\"mail\",\"quantity\":12},\"data\":{\"bytes\":75000}}");
    }

    @Test
    void anAvoidanceIsWrittenWithoutWhatIsUnknown() {
        AvoidanceEvent event = new AvoidanceEvent(
                ACTIVITY,
                TIME,
                TIME,
                Map.of(),
                "logistics",
                null,
                SignedFigure.rounded(-2, -1, 3),
                SignedFigure.rounded(-1, 0, 4),
                null,
                Figure.rounded(1, 1, 1),
                "last year",
                "a \"meter\"",
                "none",
                "3",
                false,
                "m",
                "f",
                List.of("first-order-unknown"),
                null);

        assertThat(new String(AvoidanceEncoder.encode(event), UTF_8))
                .isEqualTo("{\"activity\":{\"tenant\":\"local\",\"source\":\"/s\",\"id\":\"1\"},"
                        + "\"time\":\"2026-11-23T09:14:07.250Z\",\"acceptedAt\":\"2026-11-23T09:14:07.250Z\","
                        + "\"labels\":{},\"lever\":\"logistics\","
                        + "\"avoidedKgCo2e\":{\"low\":-2,\"central\":-1,\"high\":3},"
                        + "\"secondOrderKgCo2e\":{\"low\":-1,\"central\":0,\"high\":4},"
                        + "\"reboundKgCo2e\":{\"low\":1,\"central\":1,\"high\":1},\"reference\":\"last year\","
                        + "\"evidence\":\"a \\\"meter\\\"\",\"reboundStatement\":\"none\",\"tier\":\"3\","
                        + "\"publicUse\":false,\"methodology\":\"m\",\"factorSet\":\"f\","
                        + "\"warnings\":[\"first-order-unknown\"]}");
    }
}
