package dev.sillage.calculation.model.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.Embedding;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Range;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Tier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

    @Test
    void theEnergyIsThatOfReadingAndOfTheMachinesMeanwhile() throws Exception {
        double reading = 2 * 0.7e9 * 10_000 / (1.4e12 * 0.35) / 3.6e6;
        double seconds = 10_000 * 6.2e-5 * 0.7 / 7.3 + 0.01788;
        double machines = seconds / 3600 * (1.2 + 0.161082) / 8 / 64;

        Footprint footprint = footprint("text-embedding-9", 10_000, null);

        assertThat(energy(footprint).central()).isCloseTo(1.2 * (reading + machines), within(1e-16));
        assertThat(footprint.warnings()).contains("method-embedding-extrapolated", "model-class-fallback");
        assertThat(footprint.tier()).isEqualTo(Tier.CLASS);
    }

    @Test
    void aNameLikeThatOfALargeModelIsStillAnEmbeddingModel() throws Exception {
        assertThat(energy(footprint("voyage-9-large", 1000, null)))
                .isEqualTo(energy(footprint("text-embedding-9", 1000, null)));
    }

    @Test
    void aMeasuredEnergyBeatsTheModel() throws Exception {
        Footprint footprint = footprint("text-embedding-9", 1000, 0.001);

        assertThat(energy(footprint)).isEqualTo(Range.exactly(1.2 * 0.001));
        assertThat(footprint.tier()).isEqualTo(Tier.MEASURED);
        assertThat(footprint.warnings()).doesNotContain("method-embedding-extrapolated");
    }

    @Test
    void nothingToReadIsNamedAndNotZero() throws Exception {
        Footprint footprint = footprint("text-embedding-9", 0, null);

        assertThat(footprint.warnings()).contains("zero-tokens");
        assertThat(energy(footprint).low()).isPositive();
    }

    private static Footprint footprint(String model, long tokens, @Nullable Double measuredKwh) throws Exception {
        return Prompts.METHOD.footprint(new Embedding("openai", model, tokens, null, null, null, measuredKwh));
    }

    private static Range energy(Footprint footprint) {
        return Objects.requireNonNull(footprint.figures().get(Criterion.ENERGY));
    }
}
