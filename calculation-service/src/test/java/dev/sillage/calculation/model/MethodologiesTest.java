package dev.sillage.calculation.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.factor.FactorCatalogue;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MethodologiesTest {

    private final Methodologies methodologies = Methodologies.of(FactorCatalogue.load());

    @Test
    void eachKindThatIsComputedHasADefault() {
        Set<ActivityKind> withoutFootprint =
                EnumSet.of(ActivityKind.AVOIDANCE, ActivityKind.CORRECTION, ActivityKind.RETRACTION);
        for (ActivityKind kind : EnumSet.complementOf(EnumSet.copyOf(withoutFootprint))) {
            assertThat(methodologies.defaultFor(kind).map(Methodology::id)).contains("sillage-2026.1");
        }
        for (ActivityKind kind : withoutFootprint) {
            assertThat(methodologies.defaultFor(kind)).isEmpty();
        }
    }

    @Test
    void everyMethodIsFoundByItsId() {
        assertThat(methodologies.all())
                .extracting(Methodology::id)
                .containsExactly(
                        "sillage-2026.1",
                        "ecologits-2026-09",
                        "ecologits-2026-03",
                        "ecologits-video-2026-06",
                        "swd-4",
                        "ademe-2.1",
                        "ccf-1");
        assertThat(methodologies.all()).allSatisfy(method -> assertThat(methodologies.byId(method.id()))
                .contains(method));
        assertThat(methodologies.byId("tea-leaves")).isEmpty();
    }
}
