package dev.sillage.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.Tier;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DimensionsTest {

    private static Dimensions delivering(String unit) {
        return new Dimensions("t", "email", "", "", "FRA", "a", "", "", "", "m", "f", Tier.CLASS, "w", unit);
    }

    /** Computed by the version before there were units: stored series must be found again. */
    @Test
    void withoutAUnitTheDigestIsThatOfOldSeries() {
        assertThat(delivering("").digest()).isEqualTo(UUID.fromString("f6a4e984-f503-8895-a7f3-0e5f3e7f0106"));
    }

    @Test
    void aUnitMakesAnotherSeries() {
        assertThat(delivering("mail").digest()).isNotEqualTo(delivering("").digest());
    }
}
